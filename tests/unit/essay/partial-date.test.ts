import { describe, expect, it } from 'vitest';
import { datePath, formatPartialDate, parsePartialDate } from '../../../src/essay/partial-date.ts';

describe('a date', () => {
  it.each([
    ['2019', '2019', '2019'],
    ['2019-09', 'September 2019', '2019/09'],
    ['2019-09-14', 'September 14, 2019', '2019/09'],
  ])('of %s reads “%s” and is filed under %s', (iso, words, path) => {
    const date = parsePartialDate(iso);

    expect(date && formatPartialDate(date, 'en')).toBe(words);
    expect(date && datePath(date)).toBe(path);
  });

  it.each(['2019-13', '2019-00', '2019-02-29', '2019-9', '19', 'September 2019', ''])(
    'of “%s” is none',
    (text) => {
      expect(parsePartialDate(text)).toBeUndefined();
    },
  );

  it('is written in the language it is read in', () => {
    const date = parsePartialDate('2019-09');

    expect(date && formatPartialDate(date, 'ko')).toBe('2019년 9월');
  });
});
