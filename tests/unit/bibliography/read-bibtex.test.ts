import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/bibliography/read-bibtex.ts';

const read = (text: string) => readBibtex(text, 'sources.bib');
const only = (text: string) => read(text).sources[0]?.item;

describe('a bibliography', () => {
  it('keeps the case of a title as written, with braces or without', () => {
    expect(only('@book{a, title = {The {MiG} and Me}}')?.title).toBe('The MiG and Me');
  });

  it('keeps a corporate name whole', () => {
    expect(only('@book{a, author = {{Council, of Something}}}')?.author).toEqual([
      { literal: 'Council, of Something' },
    ]);
  });

  it('keeps a name that is marked family first in that order', () => {
    const item = only(
      '@book{a, author = {Doe, Jane and Kim, Tong-Hyung}, author+an:order = {2=family-first}}',
    );

    expect(item?.author).toEqual([
      { family: 'Doe', given: 'Jane' },
      { family: 'Kim', given: 'Tong-Hyung', 'static-ordering': true },
    ]);
  });

  it('reads accents, particles, strings and cross-references', () => {
    const { sources } = read(`
      @string{pub = {Verlag}}
      @incollection{part, author = {van der Berg, J{\\"o}rg}, title = {Part}, crossref = {whole}}
      @collection{whole, editor = {A, B}, title = {Whole}, date = {2020}, publisher = pub}
    `);

    expect(sources[0]?.item).toMatchObject({
      author: [{ family: 'Berg', given: 'Jörg', 'non-dropping-particle': 'van der' }],
      'container-title': 'Whole',
      publisher: 'Verlag',
    });
  });

  it('knows newspapers and magazines from journals', () => {
    const typeOf = (subtype: string) =>
      only(`@article{a, entrysubtype = {${subtype}}, title = {T}}`)?.type;

    expect(typeOf('newspaper')).toBe('article-newspaper');
    expect(typeOf('magazine')).toBe('article-magazine');
    expect(typeOf('letter')).toBe('article-journal');
  });

  it('has dates as exact as they are given', () => {
    expect(only('@book{a, date = {2018}}')?.issued?.['date-parts']).toEqual([[2018]]);
    expect(only('@book{a, date = {2018-10}}')?.issued?.['date-parts']).toEqual([[2018, 10]]);
  });

  it('reads what Zotero and Better BibTeX write', () => {
    const item = only(`@online{vandenbergFlusse2020,
      title = {{{Flüsse}} und {{Grenzen}}: \\emph{Eine} Studie},
      shorttitle = {{{Flüsse}} und {{Grenzen}}},
      author = {family=Berg, given=Jörg, prefix=van den, useprefix=true and {{Verein e.V.}}},
      date = {2020-03-15/2020-04},
      url = {https://example.org/a_b%20c?d=e&f=~g},
      urldate = {2026-11-01},
      langid = {ngerman},
      organization = {Ein Ort},
      file = {/home/anna/x.pdf}
    }`);

    expect(item).toMatchObject({
      type: 'webpage',
      title: 'Flüsse und Grenzen: <i>Eine</i> Studie',
      'title-short': 'Flüsse und Grenzen',
      author: [
        { family: 'Berg', given: 'Jörg', 'non-dropping-particle': 'van den' },
        { literal: 'Verein e.V.' },
      ],
      issued: {
        'date-parts': [
          [2020, 3, 15],
          [2020, 4],
        ],
      },
      accessed: { 'date-parts': [[2026, 11, 1]] },
      URL: 'https://example.org/a_b%20c?d=e&f=~g',
      language: 'de',
      publisher: 'Ein Ort',
    });
  });

  it('reads a list of publishers as one', () => {
    const item = only(
      '@book{a, title = {T}, publisher = {Simon and Schuster}, location = {London and Paris}}',
    );

    expect(item?.publisher).toBe('Simon and Schuster');
  });

  it('finds a preprint where its archive has it', () => {
    const entry = (fields: string) =>
      only(`@misc{a, title = {T}, eprint = {2101.00001}, ${fields}}`);

    expect(entry('eprinttype = {arxiv}')?.URL).toBe('https://arxiv.org/abs/2101.00001');
    expect(entry('archiveprefix = {arXiv}')?.URL).toBe('https://arxiv.org/abs/2101.00001');
    expect(entry('eprinttype = {arxiv}, doi = {10.1/x}')?.URL).toBeUndefined();
    expect(entry('eprinttype = {unknown}')?.URL).toBeUndefined();
  });

  it('says where each key stands', () => {
    const { sources } = read(
      '% a comment\n@book{one,\n title={1}}\n\n  @online{ two, title={2}}\n',
    );

    expect(sources.map(({ key, place }) => [key, place])).toEqual([
      ['one', { line: 2, column: 7 }],
      ['two', { line: 5, column: 12 }],
    ]);
  });

  it('loses only the entry with the syntax error, and says where that is', () => {
    const { sources, problems } = read(
      '@book{a,\n title={A}}\n@book{b,\n title={B}\n year={1}}\n@book{c,\n title={C}}\n',
    );

    expect(sources.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(problems).toMatchObject([
      { rule: 'bibliography-parses', place: { line: 5, column: 2 } },
    ]);
  });

  it('may be empty', () => {
    expect(read('% nothing yet\n')).toEqual({ sources: [], problems: [] });
  });
});
