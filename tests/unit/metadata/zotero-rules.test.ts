import { describe, expect, it } from 'vitest';
import { toEssay } from '../../../src/essay/essay.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';
import { highwireTags } from '../../../src/metadata/highwire.ts';
import { publishEssay } from '../../../src/metadata/published-essay.ts';
import { settings } from '../../../src/site.ts';

const site = { ...settings.site, url: 'https://a.example/sub' };

/** The tags of an essay with this front matter, which cites nothing. */
function tags(fields: object, pdf?: string) {
  const data = frontMatter.parse({ title: 'A Title', date: '2019-09', ...fields });
  const record = {
    ...{ notes: [], headings: [], targets: [], constructs: [], paragraphs: [], pictures: [] },
    ...{ words: 0, markdown: '' },
  };
  const essay = toEssay({ id: 'essay', data }, site.lang);
  return highwireTags(publishEssay(essay, record, {}, site), site, pdf);
}

const contents = (all: ReturnType<typeof tags>, name: string) =>
  all.filter(([each]) => each === name).map(([, content]) => content);

/**
 * How Zotero's translator "Embedded Metadata" parts what stands in a `citation_author`: at semicolons, else at a
 * comma that has two words on either side; of what is left, a comma parts family name and given name.
 */
function readByZotero(content: string): { last: string; first: string }[] {
  const bySemicolon = content.split(/\s*;\s*/);
  const byComma = content.split(/\s*,\s*/);
  const isList = byComma[0]?.includes(' ') && byComma[1]?.includes(' ');
  const names = bySemicolon.length === 1 && isList ? byComma : bySemicolon;
  return names.map((name) => {
    const comma = name.split(/\s*,\s*/);
    if (comma.length > 1) return { last: comma[0] ?? '', first: comma.slice(1).join(', ') };
    const words = name.split(' ');
    return { last: words.at(-1) ?? '', first: words.slice(0, -1).join(' ') };
  });
}

describe('the tags that Zotero reads', () => {
  it('name every field once, for it joins what stands there twice', () => {
    const names = tags({ authors: ['A, B'] })
      .map(([name]) => name)
      .filter((name) => name !== 'citation_reference');

    expect(new Set(names).size).toBe(names.length);
  });

  it('end in no name of a field that they are not, for it compares the ends of names', () => {
    const names = tags({ authors: ['A, B'] }).map(([name]) => name);

    for (const name of names) expect(name).toMatch(/^citation_[a-z_]+$/);
    for (const name of names)
      expect(names.filter((other) => other !== name && other.endsWith(name))).toEqual([]);
  });

  it('make the essay an article, and the site what it is published in', () => {
    const types = /_(journal|inbook|book|conference|dissertation|technical_report)(_|$)/;
    const names = tags({}).map(([name]) => name);

    expect(names.filter((name) => types.test(name))).toEqual(['citation_journal_title']);
    expect(contents(tags({}), 'citation_journal_title')).toEqual([site.title]);
  });

  it.each([
    ['2019', '2019'],
    ['2019-09', '2019/09'],
    ['2019-09-04', '2019/09/04'],
  ])('have the date %s as %s and no more', (date, expected) => {
    expect(contents(tags({ date }), 'citation_date')).toEqual([expected]);
  });

  it.each([
    ['Müller, Anna', [{ last: 'Müller', first: 'Anna' }]],
    ['van der Berg, Jan', [{ last: 'van der Berg', first: 'Jan' }]],
    ['Kim, Tong-Hyung', [{ last: 'Kim', first: 'Tong-Hyung' }]],
    ['van der Berg, Jan Willem', [{ last: 'Berg', first: 'Jan Willem van der' }]],
    ['김철수', [{ last: '김철수', first: '' }]],
    ['{Council of Peace; & War, Oslo}', [{ last: 'Oslo', first: 'Council of Peace & War' }]],
  ])('have “%s” as one author', (typed, names) => {
    const [content = ''] = contents(tags({ authors: [typed] }), 'citation_author');

    expect(readByZotero(content)).toEqual(names);
  });

  it('have an author for each, and none where nobody is named', () => {
    expect(contents(tags({ authors: ['A, B', 'C, D'] }), 'citation_author')).toEqual([
      'A, B',
      'C, D',
    ]);
    expect(contents(tags({}), 'citation_author')).toEqual([]);
  });

  it('have the address of the essay, and of its PDF when there is one', () => {
    const url = 'https://a.example/sub/2019/09/essay/';

    expect(contents(tags({}), 'citation_public_url')).toEqual([url]);
    expect(contents(tags({}), 'citation_pdf_url')).toEqual([]);
    expect(contents(tags({}, `${url}essay.pdf`), 'citation_pdf_url')).toEqual([`${url}essay.pdf`]);
  });

  it('are never empty', () => {
    expect(tags({}).filter(([, content]) => content.trim() === '')).toEqual([]);
  });
});
