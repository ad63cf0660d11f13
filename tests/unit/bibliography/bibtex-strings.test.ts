import { describe, expect, it } from 'vitest';
import { bareWords, definedWords } from '../../../src/bibliography/bibtex-strings.ts';
import { readBibtex } from '../../../src/bibliography/read-bibtex.ts';

const wordsOf = (entry: string) => bareWords(entry).map(({ word }) => word);

describe('bare words', () => {
  it('are the values without braces and quotation marks, and their parts', () => {
    const entry = 'a, journal = JLit # " of " # pub, month = jan, year = 2019, volume=IV}';

    expect(wordsOf(entry)).toEqual(['JLit', 'pub', 'jan', 'IV']);
  });

  it('are not what text says, however it is set', () => {
    const entry =
      'a, title = {50% {a = b} # c \\} = d}, note = "e = f {"} = g" # h, % i = j\n url = {k}}';

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

  it('end with their entry, in parentheses, too', () => {
    expect(wordsOf('a, month = jan)\n\nA remark = of the author')).toEqual(['jan']);
    expect(wordsOf('a, month = jan}\n\nA remark = of the author')).toEqual(['jan']);
  });

  it('are defined by @string in any case, or known to all', () => {
    const defined = definedWords('@STRING(Pub = {Verlag}) @ string { % Journals\n JL = "J"}');

    expect(['pub', 'jl', 'dec', 'cacm', 'verlag'].filter((word) => defined.has(word))).toEqual([
      'pub',
      'jl',
      'dec',
      'cacm',
    ]);
  });
});

describe('a word that is defined', () => {
  it('is so after its definition', () => {
    const entry = '@book{a, title = {T}, publisher = pub}';
    const definition = '@string{pub = {Verlag}}';

    expect(readBibtex(`${definition}\n${entry}`, 'sources.bib').problems).toEqual([]);
    expect(readBibtex(`${entry}\n${definition}`, 'sources.bib').problems).toMatchObject([
      { rule: 'bibliography-word-is-defined', place: { line: 1, column: 35 } },
    ]);
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
