import { describe, expect, it } from 'vitest';
import { countryName, countryNames } from '../../../src/maps/read-countries.ts';

describe('a country', () => {
  it.each([
    ['en', 'North Korea'],
    ['ko-KR', '북한'],
    ['ru', 'КНДР'],
  ])('has its name in %s', (lang, name) => {
    expect(countryName('North Korea', lang)).toBe(name);
  });

  it('keeps its name where it has no code', () => {
    expect(countryName('Somaliland', 'ko')).toBe('Somaliland');
  });

  it('is never called by a number', () => {
    const numbered = countryNames().filter((name) => /\d/.test(countryName(name, 'ru')));

    expect(numbered).toEqual([]);
  });
});
