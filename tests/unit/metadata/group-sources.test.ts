import { describe, expect, it } from 'vitest';
import { groupSources } from '../../../src/metadata/group-sources.ts';

const sources = (initials: string) => [...initials].map((initial) => ({ initial }));
const letters = (initials: string, lang: string) =>
  groupSources(sources(initials), lang).map(({ letter, sources: { length } }) => [letter, length]);

describe('a list of sources', () => {
  it('has no letters while it is short', () => {
    expect(letters('ABBC', 'en')).toEqual([[undefined, 4]]);
  });

  it('has a letter over each group once it is long, as the language tells them apart', () => {
    const initials = ['A'.repeat(20), 'Á'.repeat(10), 'B'.repeat(5), 'Å'].join('');

    expect(letters(initials, 'es').slice(0, 2)).toEqual([
      ['A', 30],
      ['B', 5],
    ]);
    expect(letters(initials, 'sv').at(-1)).toEqual(['Å', 1]);
  });

  it('has none where nearly every source has a letter of its own', () => {
    expect(letters('강김박이최'.repeat(6), 'ko')).toEqual([[undefined, 30]]);
  });
});
