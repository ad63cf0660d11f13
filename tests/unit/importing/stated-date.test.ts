import { describe, expect, it } from 'vitest';
import { statedDate } from '../../../src/importing/stated-date.ts';

describe('a date that a document states', () => {
  it.each([
    ['2019', '2019'],
    ['2019-09-14T10:00:00+09:00', '2019-09-14'],
    ['September 2019', '2019-09'],
    ['September 14, 2019', '2019-09-14'],
    ['Saturday, September 14, 2019', '2019-09-14'],
    ['14 Sept. 2019', '2019-09-14'],
    ['14 Sep 2019', '2019-09-14'],
    ['14. März 2019', '2019-03-14'],
    ['1er mars 2019', '2019-03-01'],
    ['14 de marzo de 2019', '2019-03-14'],
    ['14 марта 2019 г.', '2019-03-14'],
    ['2019년 9월 14일', '2019-09-14'],
    ['2019年9月', '2019-09'],
  ])('is read as exactly as it is: %s', (typed, expected) => {
    expect(statedDate(typed)).toBe(expected);
  });

  it.each(['03/04/2019', 'last spring', '2019-13', '31 February 2019', ''])(
    'is none when it cannot be told: “%s”',
    (typed) => {
      expect(statedDate(typed)).toBeUndefined();
    },
  );
});
