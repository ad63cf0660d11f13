import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../src/bibliography/read-pasted.ts';

const read = (text: string) => readPasted({ name: 'pasted text', text });
const fixture = async (name: string) =>
  read(
    await readFile(
      fileURLToPath(new URL(`../../fixtures/pasted/${name}`, import.meta.url)),
      'utf8',
    ),
  );
const complaints = (text: string) =>
  read(text).problems.map(({ place: { line, column }, message }) => `${line}:${column} ${message}`);

describe('a pasted text', () => {
  it.each([
    ['BibTeX', '  @book{a, title = {T}}'],
    ['BibTeX', '% From a publisher\n@ARTICLE (a, title = {T})'],
    ['RIS', 'TY  - BOOK\nTI  - T\nER  - '],
    ['RIS', '\uFEFFTY  - BOOK\r\nTI  - @book{a}\r\nER  - \r\n'],
    ['CSL-JSON', '\n[{"id":"a","type":"book"}]'],
    ['CSL-JSON', '{"id":"a","type":"book"}'],
  ])('is known to be %s by itself', (format, text) => {
    const pasted = read(text);

    expect(pasted.format).toBe(format);
    expect(pasted.sources).toHaveLength(1);
    expect(pasted.problems).toEqual([]);
  });

  it('is told from everything else in its own words', () => {
    expect(complaints('Kim, A Book, 2019.\nMore.')).toEqual([
      '1:1 There is no source in this, which begins “Kim, A Book, 2019.”: no BibTeX, no RIS, no CSL-JSON.',
    ]);
    expect(complaints(' \n')).toEqual(['1:1 There is no text.']);
    expect(complaints('@comment{a}')).toHaveLength(1);
  });

  it('is reported at its place when it is broken', () => {
    expect(complaints('\n{"id": "a",}')).toEqual([
      '2:12 This is not JSON: Expected double-quoted property name.',
    ]);
    expect(complaints('[\n{"id": "a"}]')).toEqual([
      '1:1 An item after this cannot be read: its “type” is not what CSL has there.',
    ]);
  });
});

describe('RIS', () => {
  it('is read as Zotero writes it', async () => {
    const { sources, problems } = await fixture('zotero.ris');

    expect(problems).toEqual([]);
    expect(sources.map(({ item }) => item)).toMatchObject([
      {
        type: 'article-journal',
        title: 'Rails and Rivers - a  - History',
        author: [
          { family: 'Sato', given: 'Yuki' },
          { family: "O'Neill", given: 'Áine' },
        ],
        'container-title': 'Journal of Made-up Studies',
        issued: { 'date-parts': [[2018, 11, 2]] },
        accessed: { 'date-parts': [[2019, 5, 2]] },
        DOI: 'https://doi.org/10.5555/rails.2018',
        URL: 'https://journal.example/articles/rails',
        volume: '12',
        issue: '3',
        page: '241-260',
        language: 'en',
        abstract: 'First line of the abstract. Second line of it.',
      },
      {
        type: 'article-newspaper',
        author: [{ literal: 'Reuters' }],
        issued: { 'date-parts': [[2017, 10]] },
        'container-title': 'The Made-up Herald',
      },
      {
        type: 'webpage',
        author: [{ literal: 'Council of Rivers and Lakes' }],
        issued: { 'date-parts': [[2019]] },
        'container-title': 'Rivers Online',
      },
    ]);
  });

  it('has dates as exact as they are given, and judged as they are typed', () => {
    const dated = (lines: string) =>
      read(`TY  - BOOK\n${lines}\nER  - `).sources.map(({ item, raw }) => [
        item.issued?.['date-parts']?.[0],
        raw.date,
      ])[0];

    expect(dated('DA  - 2018/04//')).toEqual([[2018, 4], '2018-04']);
    expect(dated('Y1  - 2018///Spring')).toEqual([[2018], '2018']);
    expect(dated('DA  - Nov 2\nPY  - 2018')).toEqual([[2018], '2018']);
    expect(dated('PY  - 2018-4-2')).toEqual([[2018, 4, 2], '2018-04-02']);
    expect(dated('DA  - 2018/13//')).toEqual([[2018, 13], '2018-13']);
    expect(dated('PY  - n.d.')).toEqual([undefined, 'n.d.']);
    expect(dated('PY  - 2015/october')).toEqual([[2015, 10], '2015-10']);
  });

  it('may have separators of lines within a field', () => {
    const { sources, problems } = read('TY  - BOOK\nTI  - One\u2028two\u2029three\nER  - ');

    expect(problems).toEqual([]);
    expect(sources[0]?.item.title).toBe('One two three');
  });

  it('keeps pages, reporters, editors, call numbers, places and remarks of every type', () => {
    const item = (lines: string) => read(`${lines}\nER  - `).sources[0]?.item;

    expect(
      item('TY  - CASE\nTI  - A v. B\nT2  - U.S.\nSP  - 5\nEP  - 6\nCN  - KF 1\nN1  - Seen.'),
    ).toMatchObject({
      'container-title': 'U.S.',
      page: '5-6',
      'call-number': 'KF 1',
      note: 'Seen.',
    });
    expect(item('TY  - JOUR\nTI  - T\nA2  - Kim, A\nCY  - Seoul\nET  - 2')).toEqual({
      id: '',
      type: 'article-journal',
      title: 'T',
      editor: [{ family: 'Kim', given: 'A' }],
      'publisher-place': 'Seoul',
    });
  });

  it('names the archive of what an archive keeps, not the database of anything else', () => {
    const item = (type: string) =>
      read(`TY  - ${type}\nTI  - T\nDB  - National Archives\nAN  - RG 59\nER  - `).sources[0]?.item;

    expect(item('MANSCPT')).toMatchObject({
      archive: 'National Archives',
      archive_location: 'RG 59',
    });
    expect(item('JOUR')).not.toHaveProperty('archive');
  });

  it('is read as programs and databases write it: with types, kinds and addresses of their own', () => {
    const item = (lines: string) => read(`${lines}\nER  - `).sources[0]?.item;

    expect(item('TY  - MISC\nTI  - T\nAU  - Kim, A\nPY  - 2017')).toMatchObject({
      type: 'document',
      author: [{ family: 'Kim', given: 'A' }],
      issued: { 'date-parts': [[2017]] },
    });
    expect(item('TY  - JOUR\nTI  - T\nM3  - Article')).not.toHaveProperty('genre');
    expect(item('TY  - CHAP\nTI  - T\nM3  - doi: 10.1080/12.3')).not.toHaveProperty('genre');
    expect(item('TY  - RPRT\nTI  - T\nM3  - Working Paper')?.genre).toBe('Working Paper');
    expect(item('TY  - ELEC\nTI  - T\nJF  - Frontline')?.['container-title']).toBe('Frontline');
    expect(item('TY  - JOUR\nTI  - T\nUR  - <Go to ISI>://WOS:0001')).not.toHaveProperty('URL');
    expect(item('TY  - JOUR\nTI  - T\nUR  - http://a.example/1 http://b.example/2')?.URL).toBe(
      'http://a.example/1',
    );
  });

  it('says where it is broken', () => {
    const text = 'Copied\nTI  - A\nTY  - BOOK\nTI  - B\nTY  - MISC\nER  - \nTY  - BOOK\nTI  - C';

    expect(complaints(text)).toEqual([
      '1:1 “Copied” stands outside of every record.',
      '2:7 “TI  - A” stands before any “TY  - ”.',
      '5:7 A record begins here, and the one before has no “ER  - ”.',
      '7:7 The record that begins here has no “ER  - ”.',
    ]);
  });
});

describe('CSL-JSON from a registry', () => {
  it('has the types of CSL and nothing that CSL does not know', () => {
    const text = JSON.stringify({ type: 'journal-article', title: 'T', reference: [1] });

    expect(read(text).sources[0]?.item).toEqual({
      id: '',
      'citation-key': '',
      type: 'article-journal',
      title: 'T',
    });
  });

  it('keeps a type that nobody knows, even one that JavaScript does', () => {
    expect(read('[{"id": "a", "type": "constructor"}]').sources[0]?.item.type).toBe('constructor');
  });
});
