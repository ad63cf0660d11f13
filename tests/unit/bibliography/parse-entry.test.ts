import { describe, expect, it } from 'vitest';
import { defineString, parseEntry, placesOfFields } from '../../../src/bibliography/parse-entry.ts';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readBibtex } from '../../../src/bibliography/read-bibtex.ts';

function parse(text: string, strings: ReadonlyMap<string, string> = new Map()) {
  const parsed = parseEntry(text, strings);
  if ('reason' in parsed) throw new Error(parsed.reason);
  return parsed.entry;
}

const wordsOf = (entry: string) => parse(entry).undefinedWords.map(({ word }) => word);

describe('an entry', () => {
  it('has fields of braces, quotation marks, numbers and words, joined', () => {
    const strings = new Map([['pub', 'Verlag']]);
    const entry = parse(
      '@Book(a:1, Title = "A {"}b{"} \\{" # { C {d}}, year = 2019, volume=-007, publisher = Pub # { X},)',
      strings,
    );

    expect(entry).toMatchObject({ type: 'book', label: 'a:1' });
    expect(entry.properties).toEqual({
      title: 'A {"}b{"} \\{ C {d}',
      year: '2019',
      volume: '-007',
      publisher: 'Verlag X',
    });
  });

  it('has a field whose name is written so that nobody reads it', () => {
    const entry = parse(
      '@misc{a,\n  //url = {https://example.org},\n  _note = {N},\n  title = {T}\n}',
    );

    expect(entry.properties['title']).toBe('T');
    expect(entry.properties['url']).toBeUndefined();
  });

  it('has its fields where their texts begin, behind whatever stands between', () => {
    const entry = [
      '@misc{a, year = 2019,',
      '  title = {T},',
      '  % note = {N},',
      '  note % a = b',
      '  = "{O}", Url={ https://example.org },',
      '}',
    ].join('\n');
    const texts = [...placesOfFields(entry)].map(([name, at]) => [name, entry.slice(at, at + 2)]);

    expect(texts).toEqual([
      ['year', '20'],
      ['title', 'T}'],
      ['note', 'O}'],
      ['url', ' h'],
    ]);
  });

  it('has annotations apart from its fields', () => {
    const entry = parse('@misc{a, author+an:order = {1=family-first}, title+an = {=x}}');

    expect(entry.properties).toEqual({});
    expect(entry.annotations).toEqual({
      author: { order: '1=family-first' },
      title: { default: '=x' },
    });
  });

  it('says what it lacks, and where', () => {
    const broken = (text: string) => parseEntry(text, new Map());

    expect(broken('@misc{a, title = {T} year = 1}')).toEqual({
      offset: 21,
      reason: 'expected a closing brace, got a word',
    });
    expect(broken('@misc{a, title {T}}')).toMatchObject({
      reason: 'expected an equals sign, got an opening brace',
    });
    expect(broken('@misc{a, title = {T')).toMatchObject({
      reason: 'expected a closing brace, got the end of the entry',
    });
    expect(broken('@misc{}')).toMatchObject({
      reason: 'expected a comma, got the end of the entry',
    });
  });
});

describe('bare words', () => {
  it('are the values without braces and quotation marks, and their parts', () => {
    const entry = '@b{a, journal = JLit # " of " # pub, month = jan, year = 2019, volume=IV}';

    expect(wordsOf(entry)).toEqual(['JLit', 'pub', 'jan', 'IV']);
  });

  it('are not what text says, however it is set', () => {
    const entry =
      '@b{a, title = {50% {a = b} # c \\} = d}, note = "e = f {"} = g" # h, % i = j\n url = {k}}';

    expect(wordsOf(entry)).toEqual(['h']);
  });

  it('do not stand in the key, whatever its signs', () => {
    const keys = ['https://example.org/?id=abc', 'O"Neill', 'a%b', '10.1002/(SICI)1097#x'];
    const entries = keys.map((key) => `@misc{${key}, title = {T}, month = foo}`);

    for (const entry of entries) {
      expect(readBibtex(entry, 'sources.bib').problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('“foo”'),
      ]);
    }
  });

  it('are defined by @string in any case, with what is defined before, or known to all', () => {
    const strings = new Map<string, string>();
    defineString('@STRING(Pub = {Verlag})', strings);
    defineString('@ string { % Journals\n JL = pub # " J"}', strings);
    defineString('@string{broken}', strings);

    expect([...strings]).toEqual([
      ['pub', 'Verlag'],
      ['jl', 'Verlag J'],
    ]);
    const known = readBibtex('@misc{a, title = {T}, month = dec, journal = CACM}', 'a.bib');
    expect(known.problems).toEqual([]);
  });
});

describe('a word that is defined', () => {
  it('is so after its definition', () => {
    const entry = '@book{a, title = {T}, publisher = pub}';
    const definition = '@string{pub = {Verlag}}';

    expect(readBibtex(`${definition}\n${entry}`, 'sources.bib').problems).toEqual([]);
    expect(readBibtex(`${entry}\n${definition}`, 'sources.bib').problems).toMatchObject([
      { rule: 'bibliography-word-is-defined', place: { line: 1, column: 35 }, nearest: 'pub' },
    ]);
  });

  it('is so in every file behind, as is what an entry refers to', () => {
    const { bibliography, problems } = readBibliography([
      { path: 'journals.bib', text: '@string{jp = {Journal of Planning}}' },
      {
        path: 'own.bib',
        text: '@article{a, author = {A, B}, title = {T}, journal = jp, year = 1}\n@inproceedings{b, author = {A, B}, title = {U}, crossref = {kr}}',
      },
      { path: 'books.bib', text: '@proceedings{kr, booktitle = {Proc. KR}, year = 1989}' },
    ]);

    expect(bibliography.sources.get('a')?.item['container-title']).toBe('Journal of Planning');
    expect(bibliography.sources.get('b')?.item).toMatchObject({
      'container-title': 'Proc. KR',
      issued: { 'date-parts': [[1989]] },
    });
    expect(problems.filter(({ source }) => source !== 'a')).toEqual([]);
  });
});

describe('a bibliography with a word that nothing defines', () => {
  it('is at fault there, with what was probably meant', () => {
    const text =
      '@string{verlag = {Verlag}}\n@book{a,\n  title = {T},\n  publisher = Verlga # {!},\n}';

    expect(readBibtex(text, 'sources.bib').problems).toEqual([
      {
        rule: 'bibliography-word-is-defined',
        source: 'a',
        file: 'sources.bib',
        place: { line: 4, column: 15 },
        length: 6,
        message:
          'The word “Verlga” has neither braces nor quotation marks, and no @string before it defines it.',
        nearest: 'verlag',
      },
    ]);
  });
});
