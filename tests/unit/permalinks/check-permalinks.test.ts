import { describe, expect, it } from 'vitest';
import { checkPermalinks, countNew } from '../../../src/permalinks/check-permalinks.ts';
import { type Permalinks, writePermalinks } from '../../../src/permalinks/permalinks.ts';
import { indexAt } from '../../../src/problems/place.ts';
import { publish, type SmallSite } from '../../support/published.ts';
import { register } from '../../support/register.ts';

const essay = '2019/09/essay/';
const bibliography = `
  @online{kim2019, author = {Kim, Ann}, title = {Relations}, date = {2019}, url = {https://example.org/kim}}
  @online{lukin2019, author = {Lukin, Bo}, title = {Rendezvous}, date = {2019}, url = {https://example.org/lukin}}
`;

/** An essay that was published in September 2019. */
const site = (prose: string): SmallSite => ({ essays: { essay: prose }, bibliography });

const check = (recorded: Permalinks, published: Permalinks) =>
  checkPermalinks(recorded, published, writePermalinks(recorded));

/** What a build of `now` would say after one of `before` was recorded. */
function problemsAfter(before: SmallSite, now: SmallSite) {
  const recorded = publish(before);
  return check(recorded, publish(now, recorded));
}

const messages = (problems: ReturnType<typeof check>) => problems.map(({ message }) => message);

describe('a permalink that is gone', () => {
  it('is a problem with the likely new one: a note whose source has another key, and its marker', () => {
    const before = site('Text.[@lukin2019]');

    const problems = problemsAfter(before, {
      essays: { essay: 'Text.[@lukin2019summit]' },
      bibliography: bibliography.replace('lukin2019', 'lukin2019summit'),
    });

    expect(problems).toMatchObject([
      {
        message: 'The anchor “lukin2019” of /sources/ was published and is gone.',
        nearest: 'lukin2019summit',
      },
      {
        rule: 'permalink-is-kept',
        file: 'content/permalinks.json',
        message: `The anchor “fnref-lukin2019” of /${essay} was published and is gone.`,
        nearest: 'fnref-lukin2019summit',
      },
      {
        message: `The anchor “fn-lukin2019” of /${essay} was published and is gone.`,
        nearest: 'fn-lukin2019summit',
      },
    ]);
  });

  it.each([
    ['with the likely new one: a paragraph that became part of another', 'One. Two.', 'p1'],
    ['with the likely new one: a paragraph in whose place another is', 'One.\n\nThree.', 'p3'],
    ['without a likely new one: a paragraph that was taken out', 'One.', undefined],
  ])('is a problem %s', (_, now, nearest) => {
    const problems = problemsAfter(site('One.\n\nTwo.'), site(now));

    expect(problems).toMatchObject([
      {
        message: `The anchor “p2” of /${essay} was published and is gone. Its paragraph began “Two.”.`,
        nearest,
      },
    ]);
  });

  it('is none where words were changed, put in front or put in between', () => {
    const before = site('One of them.\n\nTwo of them.');

    const problems = problemsAfter(before, site('None.\n\nOne of these.\n\nMany.\n\nTwo of them.'));

    expect(problems).toEqual([]);
  });

  it('is a problem with the likely new one: a page with another name', () => {
    const before = site('Text.[@lukin2019]');

    const problems = problemsAfter(before, {
      ...before,
      essays: { 'korea-and-russia': 'Text.[@lukin2019]' },
    });

    expect(problems).toMatchObject([
      {
        rule: 'permalink-is-kept',
        message: `The page /${essay} was published and is gone.`,
        nearest: '2019/09/korea-and-russia/',
      },
    ]);
  });

  it('is a problem with the likely new ones: a page of another month, and the list of its month', () => {
    const before = site('Text.[@lukin2019]');

    const problems = problemsAfter(before, { ...before, date: '2019-10' });

    expect(problems.map(({ message, nearest }) => [message, nearest])).toEqual([
      ['The page /2019/09/ was published and is gone.', '2019/10/'],
      ['The page /2019/09/essay/ was published and is gone.', '2019/10/essay/'],
    ]);
  });

  it('is a problem without a likely new one: a deleted essay, where another is new', () => {
    const before = site('Text.[@lukin2019] More.[@kim2019]');

    const problems = problemsAfter(before, {
      ...before,
      essays: { cheese: 'Text of something else.' },
    });

    expect(problems).toContainEqual(
      expect.objectContaining({
        message: `The page /${essay} was published and is gone.`,
        nearest: undefined,
      }),
    );
  });

  it('is none that was retired to what is there', () => {
    const recorded = register(
      { [essay]: { p1: [], 'fn-old': [], 'fn-new': [] } },
      { retiredAnchors: { [essay]: { 'fn-old': 'fn-new' } } },
    );
    const published = register({ [essay]: { p1: [], 'fn-new': [], 'fn-old': [] } });

    expect(check(recorded, published)).toEqual([]);
  });
});

describe('a note that means another source', () => {
  it('is a problem when its key is that of another source now', () => {
    const now = bibliography
      .replace('{Rendezvous}', '{Another Work}')
      .replace('example.org/lukin', 'example.org/other');

    const problems = problemsAfter(site('Text.[@lukin2019]'), {
      ...site('Text.[@lukin2019]'),
      bibliography: now,
    });

    expect(problems).toMatchObject([
      {
        rule: 'permalink-keeps-its-meaning',
        message: 'The notes of “lukin2019” were published for another source, “example.org/lukin”.',
      },
    ]);
  });

  it('is named by author, title and year when it had no address', () => {
    const before = bibliography.replace(', url = {https://example.org/lukin}', '');

    const problems = problemsAfter(
      { ...site('Text.[@lukin2019]'), bibliography: before },
      { ...site('Text.[@lukin2019]'), bibliography: before.replace('Rendezvous', 'Another') },
    );

    expect(messages(problems)).toEqual([
      'The notes of “lukin2019” were published for another source, “lukin rendezvous 2019”.',
    ]);
  });

  describe.each([
    [
      'an unsigned article',
      '@article{lights1881, title = {Lights}, date = {1881-03-02}, journaltitle = {The Times}}',
    ],
    ['a letter without a date', '@letter{lights1881, author = {Bell, Ann}, title = {Lights}}'],
    ['a book that is known by its title', '@book{lights1881, title = {Lights}}'],
  ])('that cites %s', (_, unsigned) => {
    const one = { essays: { essay: 'Text.[@lights1881]' }, bibliography: unsigned };

    it('is none as long as that is the same', () => {
      expect(problemsAfter(one, one)).toEqual([]);
    });

    it('is a problem when that is another', () => {
      const other = { ...one, bibliography: unsigned.replace('{Lights}', '{Shadows}') };

      expect(messages(problemsAfter(one, other))).toEqual([
        expect.stringContaining('were published for another source, “lights'),
      ]);
    });
  });

  it('is none where the register has nothing by which its source is known', () => {
    const recorded = register({ [essay]: { 'fn-l': ['l'] } }, { sources: { l: [] } });
    const published = register(
      { [essay]: { 'fn-l': ['l'] } },
      { sources: { l: ['title lights'] } },
    );

    expect(check(recorded, published)).toEqual([]);
  });

  it.each([
    ['a mended title', '{Rendezvous}', '{The Rendezvous}'],
    ['a new address', 'example.org/lukin', 'example.org/2019/lukin'],
    ['https', 'https://example.org/lukin', 'http://www.example.org/lukin/'],
  ])('is not one whose source has %s', (_, from, to) => {
    const before = site('Text.[@lukin2019]');

    const problems = problemsAfter(before, {
      ...before,
      bibliography: bibliography.replace(from, to),
    });

    expect(problems).toEqual([]);
  });

  it('is a problem when a discursive note takes the anchor of a source', () => {
    const problems = problemsAfter(
      site('Text.[@lukin2019]'),
      site('Text.[^lukin2019] More.[@lukin2019, 3]\n\n[^lukin2019]: Something else.'),
    );

    expect(problems).toMatchObject([
      {
        rule: 'permalink-keeps-its-meaning',
        message: `The note “fn-lukin2019” of /${essay} was published for “lukin2019”, and cites something else now.`,
      },
    ]);
  });

  it.each([
    ['a discursive note', 'Text.[^tumen]\n\n[^tumen]: The river. See [@lukin2019].', 'fn-tumen'],
    ['a citation with brackets inside', 'Text.[@lukin2019, p. 12 [sic]]', 'fn-lukin2019-p12-sic'],
  ])('is a problem when it cites another now: %s', (_, prose, anchor) => {
    const label = anchor.slice('fn-'.length);
    const problems = problemsAfter(
      site(`${prose}\n\nAlso.[@lukin2019, 1; @kim2019, 1]`),
      site(`Text.[^${label}]\n\nAlso.[@lukin2019, 1; @kim2019, 1]\n\n[^${label}]: See [@kim2019].`),
    );

    expect(messages(problems)).toEqual([
      `The note “${anchor}” of /${essay} was published for “lukin2019”, and cites something else now.`,
    ]);
  });

  it('is named with all the sources it had', () => {
    const recorded = register({ [essay]: { 'fn-tumen': ['kim2019', 'lukin2019'] } });
    const published = register({ [essay]: { 'fn-tumen': [] } });

    expect(messages(check(recorded, published))).toEqual([
      `The note “fn-tumen” of /${essay} was published for “kim2019” and “lukin2019”, and cites something else now.`,
    ]);
  });

  it('is not one that still cites a source of several, by that key or by another', () => {
    const kim = ['url example.org/kim'];
    const recorded = register(
      { [essay]: { 'fn-a': ['kim2019', 'lukin2019'], 'fn-b': ['kim2019'] } },
      { sources: { kim2019: kim } },
    );
    const published = register(
      { [essay]: { 'fn-a': ['lee2018', 'lukin2019'], 'fn-b': ['kim'] } },
      { sources: { kim } },
    );

    expect(check(recorded, published)).toEqual([]);
  });

  it('is not one that cites more than it did', () => {
    const problems = problemsAfter(
      site('Text.[^tumen]\n\n[^tumen]: The river. See [@lukin2019].'),
      site('Text.[^tumen]\n\n[^tumen]: The river. See [@kim2019] and [@lukin2019].'),
    );

    expect(problems).toEqual([]);
  });

  it('is not one that was registered without a source, as discursive notes once were', () => {
    const now = publish(site('Text.[^tumen]\n\n[^tumen]: The river. See [@lukin2019].'));
    const recorded = structuredClone(now);
    Object.assign(recorded.pages[essay]?.anchors ?? {}, { 'fn-tumen': [] });

    expect(check(recorded, now)).toEqual([]);
  });

  it('is one that was retired to a note of another source', () => {
    const recorded = register(
      { [essay]: { 'fn-old': ['kim2019'], 'fn-new': ['lukin2019'] } },
      { retiredAnchors: { [essay]: { 'fn-old': 'fn-new' } } },
    );
    const published = register({ [essay]: { 'fn-new': ['lukin2019'], 'fn-old': [] } });

    expect(messages(check(recorded, published))).toEqual([
      `The note “fn-old” of /${essay} was published for “kim2019”, and cites something else now.`,
    ]);
  });
});

describe('a problem of the register', () => {
  /** The line and the words that each problem of `recorded` points at, when nothing of it is left. */
  function marked(recorded: Permalinks, published: Permalinks) {
    const text = writePermalinks(recorded);
    return checkPermalinks(recorded, published, text).map(({ place, length }) => {
      const index = indexAt(text, place);
      return [text.slice(0, index).split('\n').at(-1), text.slice(index, index + length)];
    });
  }

  it('stands where the register has the anchor or the page', () => {
    const recorded = register({ 'a/': { p1: [] }, 'b/': { p1: [], p2: [] } });
    const text = writePermalinks(recorded);

    const problems = checkPermalinks(recorded, register({ 'b/': { p1: [] } }), text);

    expect(problems.map(({ place, length }) => ({ ...place, length }))).toEqual([
      { line: 3, column: 5, length: '"a/"'.length },
      { line: 12, column: 9, length: '"p2"'.length },
    ]);
  });

  it('stands at its own page where another has its name in it', () => {
    const recorded = register({ 'a/sources/': { x: [] }, 'sources/': { x: [], y: [] } });
    const published = register({ 'a/sources/': { x: [] }, 'sources/': { y: [] } });
    const text = writePermalinks(recorded);

    const [problem] = checkPermalinks(recorded, published, text);

    expect(problem?.place.line).toBe(text.slice(0, text.lastIndexOf('"x"')).split('\n').length);
  });

  it('stands at its own anchor where a note cites a key of that name', () => {
    const recorded = register({ 'a/': { 'fn-see-tumen': ['tumen'], tumen: [] } });
    const published = register({ 'a/': { 'fn-see-tumen': ['tumen'] } });

    expect(marked(recorded, published)).toEqual([['        ', '"tumen"']]);
  });

  it('stands at the source where a heading is called “Sources”', () => {
    const pages = { 'a/': { sources: [] }, 'sources/': { kim2019: ['kim2019'] } };
    const recorded = register(pages, { sources: { kim2019: ['url example.org/kim'] } });
    const published = register(pages, { sources: { kim2019: ['url example.org/other'] } });

    expect(marked(recorded, published)).toEqual([['    ', '"kim2019"']]);
  });
});

describe('what is new', () => {
  it('is every page and every anchor that the register has not', () => {
    const recorded = register({ 'a/': { p1: [] }, 'gone/': { p1: [] } });
    const published = register({ 'a/': { p1: [], p2: [] }, 'b/': { p1: [], p2: [] } });

    expect(countNew(recorded, published)).toBe(4);
    expect(countNew(published, published)).toBe(0);
  });

  it('is a paragraph, a note and its marker when an essay cites once more', () => {
    const recorded = publish(site('One.[@kim2019]'));
    const published = publish(site('One.[@kim2019]\n\nOne more.[@kim2019, 2]'), recorded);

    expect(countNew(recorded, published)).toBe(3);
  });

  it('is not what is a copy at an address that was retired', () => {
    const recorded = register({ 'new/': { p1: [] } }, { retired: { 'old/': 'new/' } });
    const published = register({ 'new/': { p1: [] }, 'old/': { p1: [] } });

    expect(countNew(recorded, published)).toBe(0);
  });

  it('is an anchor whatever it is called', () => {
    expect(countNew(register({ 'a/': {} }), register({ 'a/': { constructor: [] } }))).toBe(1);
  });
});
