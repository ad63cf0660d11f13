import { expect, it } from 'vitest';
import { arrange } from '../../../src/maps/arrange.ts';
import type { Candidate } from '../../../src/maps/candidates.ts';

/** A spot in a row of spots, ten units wide each. */
const spot = (column: number, cost: number): Candidate => {
  return { lines: [], boxes: [{ x: column * 10, y: 0, width: 9, height: 9 }], cost };
};
const costs = (words: Candidate[][]) => arrange(words).map((each) => each?.cost);

it('each word takes the spot that costs least', () => {
  expect(costs([[spot(0, 2), spot(1, 1)], [spot(5, 3)]])).toEqual([1, 3]);
});

it('a word makes room where it loses less than the other gains', () => {
  const patient = [spot(0, 0), spot(1, 1)];

  expect(costs([patient, [spot(0, 0), spot(2, 9)]])).toEqual([1, 0]);
  expect(costs([[spot(0, 0), spot(2, 9)], patient])).toEqual([0, 1]);
});

it('a word makes room for one that has no other spot', () => {
  expect(costs([[spot(0, 0), spot(1, 50)], [spot(0, 0)]])).toEqual([50, 0]);
});

it('a word without any spot is left out, and the others are not', () => {
  expect(costs([[spot(0, 0)], [spot(0, 1)], [], [spot(3, 2)]])).toEqual([
    0,
    undefined,
    undefined,
    2,
  ]);
});
