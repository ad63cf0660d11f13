import { describe, expect, it } from 'vitest';
import { placeAt, placesIn } from '../../../src/problems/place.ts';

describe('a place', () => {
  it('counts lines and columns from 1, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const placeOf = placesIn(`ab${end}${end}cd`);

      expect(placeOf(0)).toEqual({ line: 1, column: 1 });
      expect(placeOf(2 + 2 * end.length)).toEqual({ line: 3, column: 1 });
      expect(placeOf(3 + 2 * end.length)).toEqual({ line: 3, column: 2 });
    }
  });

  it('of a piece of a text counts from where the piece begins', () => {
    expect(placeAt('abc', 2, { line: 4, column: 10 })).toEqual({ line: 4, column: 12 });
    expect(placeAt('a\nbc', 3, { line: 4, column: 10 })).toEqual({ line: 5, column: 2 });
  });
});
