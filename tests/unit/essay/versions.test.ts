import { describe, expect, it } from 'vitest';
import { isBefore, latestOf } from '../../../src/essay/changes.ts';
import { toEssay } from '../../../src/essay/essay.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';
import type { PartialDate } from '../../../src/essay/partial-date.ts';
import { essayAt, languageName, versionsOf } from '../../../src/essay/versions.ts';

const essay = (id: string, lang: string, fields: object = {}) =>
  toEssay({ id, data: frontMatter.parse({ title: id, date: '2019-09', lang, ...fields }) }, 'en');

const elsewhere = { title: 'Река', lang: 'ru', url: 'https://other.example/' };
const original = essay('river', 'en', { translations: [elsewhere] });
const korean = essay('강', 'ko', { translationOf: '/2019/09/river/' });
const german = essay('fluss', 'de', { translationOf: '2019/09/river/index.html' });
const other = essay('other', 'en');
const essays = [original, korean, german, other];

describe('the versions of an essay', () => {
  it('are found from its translations, and named with those that are elsewhere', () => {
    expect(versionsOf(original, essays)).toEqual({
      original: undefined,
      translations: [
        { title: '강', lang: 'ko', path: '2019/09/강/' },
        { title: 'fluss', lang: 'de', path: '2019/09/fluss/' },
        elsewhere,
      ],
    });
  });

  it('are for a translation its original, and the other translations', () => {
    expect(versionsOf(korean, essays)).toEqual({
      original: { title: 'river', lang: 'en', path: '2019/09/river/' },
      translations: [{ title: 'fluss', lang: 'de', path: '2019/09/fluss/' }, elsewhere],
    });
  });

  it('may have an original that is published elsewhere, and are none for any other essay', () => {
    const translated = essay('the-river', 'en', { translationOf: elsewhere });

    expect(versionsOf(translated, essays)).toEqual({ original: elsewhere, translations: [] });
    expect(versionsOf(other, essays)).toEqual({ original: undefined, translations: [] });
  });

  it('name the other translations of an original that is published elsewhere', () => {
    const english = essay('the-river', 'en', { translationOf: elsewhere });
    const korean = essay('그-강', 'ko', { translationOf: { ...elsewhere, title: 'Река.' } });
    const ofAnother = essay('lake', 'ko', {
      translationOf: { ...elsewhere, url: 'https://other.example/lake/' },
    });
    const all = [...essays, english, korean, ofAnother];

    expect(versionsOf(english, all)).toEqual({
      original: elsewhere,
      translations: [{ title: '그-강', lang: 'ko', path: '2019/09/그-강/' }],
    });
    expect(versionsOf(korean, all).translations.map(({ path }) => path)).toEqual([
      '2019/09/the-river/',
    ]);
    expect(versionsOf(ofAnother, all).translations).toEqual([]);
  });

  it('are found by addresses however they are encoded, and by none that is broken', () => {
    const addresses = ['/2019/09/강/', '/2019/09/%EA%B0%95/', '/2019/09/%ff'];

    expect(addresses.map((each) => essayAt(each, essays)?.slug)).toEqual(['강', '강', undefined]);
  });

  it('are named as their languages call themselves', () => {
    expect(['ko', 'ru', 'pt-BR'].map((lang) => languageName(lang))).toEqual([
      '한국어',
      'русский',
      'português (Brasil)',
    ]);
    expect(languageName('ko', 'de')).toBe('Koreanisch');
  });
});

describe('the dates of changes', () => {
  const date = (iso: string): PartialDate => ({ iso, year: Number(iso.slice(0, 4)) });

  it('have a latest one, the more exact of two that may be the same', () => {
    const dates = ['2019-12', '2020-01-03', '2020-01', '2019'].map(date);

    expect(latestOf(dates)?.iso).toBe('2020-01-03');
    expect(latestOf([])).toBeUndefined();
  });

  it('are before another as far as both are known', () => {
    expect(isBefore(date('2019'), date('2019-09'))).toBe(false);
    expect(isBefore(date('2019-08'), date('2019-09-14'))).toBe(true);
    expect(isBefore(date('2020'), date('2019-09-14'))).toBe(false);
  });
});
