import { describe, expect, it } from 'vitest';
import { areNamesAlone, bylinesOf } from '../../../src/essay/bylines.ts';
import { changesOf } from '../../../src/essay/describe-changes.ts';
import { toEssay } from '../../../src/essay/essay.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';
import { closingOf, hasMatter, openingOf, printedMatter } from '../../../src/essay/matter.ts';
import { loadMessages } from '../../../src/i18n/load-messages.ts';

const essay = (fields: object = {}) =>
  toEssay({ id: 'a', data: frontMatter.parse({ title: 'T', date: '2019', ...fields }) }, 'en');
const en = loadMessages('en', 'en');
const closing = (fields: object) =>
  closingOf(essay(fields), en).map(({ heading, html }) => [heading, html]);

describe('an essay with a title, names and a date', () => {
  it('has nothing around its text', () => {
    const plain = essay({ authors: ['Müller, Anna', '{Council}'], description: 'D', remarks: [] });

    expect(hasMatter(plain, en)).toBe(false);
    expect(areNamesAlone(bylinesOf(plain, en))).toBe(true);
    expect(changesOf(plain, en)).toEqual([]);
  });
});

describe('what stands around a text', () => {
  it('is in the words of the language', () => {
    const ru = loadMessages('ru', 'en');
    const translated = essay({ lang: 'ru', translator: 'Li, Bo', abstract: 'A.', updated: 2020 });

    expect(bylinesOf(translated, ru).map(({ text }) => text)).toEqual(['Перевод: Bo Li']);
    expect(openingOf(translated, ru)).toEqual([
      { name: 'abstract', heading: 'Аннотация', html: '<p>A.</p>' },
    ]);
    expect(changesOf(translated, ru)).toEqual([{ text: 'Обновлено: 2020' }]);
  });

  it('is no part where nothing is said of it', () => {
    expect(closing({ funding: 'A.' })).toEqual([['Funding', '<p>A.</p>']]);
    expect(closing({ funding: { awards: [{ source: 'Council', id: 7 }] } })).toEqual([
      ['Funding', '<ul><li>Council, 7</li></ul>'],
    ]);
    expect(closing({ copyright: '© A' })).toEqual([['Copyright and license', '<p>© A</p>']]);
    expect(closing({ license: 'CC0-1.0' })).toEqual([
      [
        'Copyright and license',
        '<p><a rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">Creative Commons Zero v1.0 Universal</a></p>',
      ],
    ]);
  });

  it('has a correction that is no paragraph below its date', () => {
    const corrections = [{ date: 2020, text: '- One\n- Two' }];

    expect(closing({ corrections })).toEqual([
      [
        'Corrections',
        '<ul><li><p><time datetime="2020">2020</time>: </p><ul>\n<li>One</li>\n<li>Two</li>\n</ul></li></ul>',
      ],
    ]);
  });

  it('is known by all its words, for the fonts of the PDF', () => {
    const words = printedMatter(
      essay({ authors: [{ name: '김', affiliation: '강' }], abstract: '*두만*' }),
      'en',
    );

    expect(words).toEqual(['김', '강', '두만']);
  });
});
