import { describe, expect, it } from 'vitest';
import { creditAddress, creditRole, creditRoles } from '../../../src/essay/credit-roles.ts';
import { formatText, markdown } from '../../../src/essay/formatted-text.ts';
import { doiAddress } from '../../../src/essay/identifiers.ts';
import { license } from '../../../src/essay/license.ts';
import { smartMarkdown } from '../../../src/essay/smart-markdown.ts';

describe('a role of CRediT', () => {
  it('is known with whatever dash and capitals, and by the end of its address', () => {
    const typed = ['writing – review & editing', 'Writing - Review and Editing'];
    const ends = creditRoles.map((role) => creditAddress(role).split('/').at(-2) ?? '');

    expect(typed.map((each) => creditRole.parse(each))).toEqual(
      typed.map(() => 'Writing – review & editing'),
    );
    expect(ends.map((each) => creditRole.parse(each))).toEqual(creditRoles);
    expect(ends.at(-1)).toBe('writing-review-editing');
  });

  it('is one of them', () => {
    expect(creditRole.safeParse('Author').success).toBe(false);
  });
});

describe('a DOI', () => {
  it.each([
    ['10.5555/12345678', '10.5555/12345678'],
    [
      '10.1002/(SICI)1097(1998)49:8<693::AID>3.0.CO;2-O',
      '10.1002/(SICI)1097(1998)49:8%3C693::AID%3E3.0.CO;2-O',
    ],
    ['10.5555/a#b?c', '10.5555/a%23b%3Fc'],
  ])('is at an address, whatever signs it has: %s', (doi, path) => {
    expect(doiAddress(doi)).toBe(`https://doi.org/${path}`);
  });
});

describe('a licence', () => {
  it('has the name and the address that Creative Commons gives it', () => {
    const expected = {
      id: 'CC-BY-SA-4.0',
      name: 'Creative Commons Attribution Share Alike 4.0 International',
      url: 'https://creativecommons.org/licenses/by-sa/4.0/',
    };

    expect(license.parse('CC-BY-SA-4.0')).toEqual(expected);
    expect(license.parse('cc by-sa 4.0')).toEqual(expected);
    expect(license.parse('CC0-1.0').url).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
  });

  it('is none without its version, of which the newest is named', () => {
    const [issue] = license.safeParse('CC BY').error?.issues ?? [];

    expect(issue).toMatchObject({ params: { nearest: 'CC-BY-4.0' } });
  });
});

describe('a field in Markdown', () => {
  it('is HTML, and words on one line', () => {
    expect(
      formatText('One *two*\nthree.\n\n- [Four](https://a.example/?b=1&c=2)\n- five\\\n  six'),
    ).toMatchObject({
      html: '<p>One <em>two</em>\nthree.</p>\n<ul>\n<li><a href="https://a.example/?b=1&#x26;c=2">Four</a></li>\n<li>five<br>\nsix</li>\n</ul>',
      plain: 'One two three. Four five six',
    });
  });

  it('has no HTML and no images in it', () => {
    const typed = ['A <b>word</b>', '<div>\nA\n</div>', '![A](b.png)', '1 < 2 & *3*'];

    expect(typed.map((each) => markdown.safeParse(each).success)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['of @fig-tumen'],
    ['as @note-kim2019 says'],
    ['a note[^1]'],
    ['[привет]{lang=ru}'],
    ['H~2~O'],
    ['the 2^nd^'],
    ['a share of $\\frac{x}{y}$'],
  ])('has nothing that only the text may have: %s', (typed) => {
    const [issue] = markdown.safeParse(typed).error?.issues ?? [];

    expect(issue?.message).toContain('which only the text has');
  });

  it.each([
    ['at $5 < 6, or $7'],
    ['from ~5 to ~6, 2^5 and 2^6'],
    ['anna@fig-tree.example'],
    ['`@fig-tumen` and `[a]{b}`'],
    ['\\@fig-tumen, H\\~2\\~O, 2\\^nd\\^, [a]\\{b}, [\\^1]'],
    ['[a] {b}, and a_b$'],
    ['<https://a.example/~b/~c>, https://a.example/~b/~c'],
  ])('may say %s', (typed) => {
    expect(markdown.safeParse(typed).success).toBe(true);
  });

  it('has the punctuation of its language, across emphasis, and keeps code and addresses', () => {
    const typed = 'It\'s *"so"* -- see <https://a.example/b--c>, `"x"` and \\"y\\".\n\n"Z"';

    expect(smartMarkdown(typed, 'en')).toBe(
      'It’s *“so”* – see <https://a.example/b--c>, `"x"` and \\"y\\".\n\n“Z”',
    );
    expect(smartMarkdown('"A"', 'de')).toBe('„A“');
  });
});
