import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/bibliography/read-bibtex.ts';
import { splitBibtex } from '../../../src/bibliography/split-bibtex.ts';

const split = (text: string) =>
  splitBibtex(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('a file of BibTeX', () => {
  it('has comments between its entries, and after a percent sign', () => {
    const text = `Of foo@bar.example.
% see @other and @book{no, title = {N}}
@book{a, note = {50% of @all}} % @misc
@comment{@book{gone, title = {G}}}
@string(pub = {P})@misc(b, note = "x (y)")`;

    expect(split(text)).toEqual([
      ['entry', '@book{a, note = {50% of @all}}'],
      ['string', '@string(pub = {P})'],
      ['entry', '@misc(b, note = "x (y)")'],
    ]);
    expect(readBibtex(text, 'a.bib').problems).toEqual([]);
  });

  it('has an entry that nothing closes end where the next one begins', () => {
    expect(split('@book{a, title = {A,\n@book{b}\n@book c,\n')).toEqual([
      ['entry', '@book{a, title = {A,\n'],
      ['entry', '@book{b}'],
      ['entry', '@book c,\n'],
    ]);
  });

  it('is read in a time that grows with its length, however much of it is broken', () => {
    const broken = (count: number) =>
      Array.from({ length: count }, (_, at) => `@book{k${at},\n  title = {T}\n  year = 1}\n`).join(
        '',
      );
    const cpu = (count: number) => {
      const start = process.cpuUsage();
      expect(readBibtex(broken(count), 'a.bib').problems).toHaveLength(count);
      return process.cpuUsage(start).user;
    };
    cpu(100);

    // Some kernels count in hundredths of a second: of fewer there might be none.
    expect(cpu(16_000)).toBeLessThan(cpu(2000) * 30);
  });
});
