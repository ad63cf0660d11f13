import { describe, expect, it } from 'vitest';
import { isReached, type Row, ratioOf } from '../../bench/row.ts';

const row = (rest: Partial<Row>): Row => ({ what: 'Paint', unit: 'ms', values: [1], ...rest });

describe('the ratio of a row', () => {
  it('is that of the medians, whatever single figures are', () => {
    const paint = row({ values: [90, 110, 9000], baseline: [100, 100, 1] });

    expect(ratioOf(paint)).toBe(1.1);
  });

  it('is none without a baseline, or with one of zero', () => {
    expect(ratioOf(row({}))).toBeUndefined();
    expect(ratioOf(row({ values: [0], baseline: [0] }))).toBeUndefined();
    expect(ratioOf(row({ values: [5], baseline: [0] }))).toBeUndefined();
  });
});

describe('an aim', () => {
  it('for a figure is reached by its median, up to the limit itself', () => {
    expect(isReached(row({ values: [14_600], aim: { atMost: 14_600 } }))).toBe(true);
    expect(isReached(row({ values: [14_601], aim: { atMost: 14_600 } }))).toBe(false);
    expect(isReached(row({ values: [0, 0, 80], aim: { atMost: 0 } }))).toBe(true);
  });

  it('for a ratio is reached up to that many times the baseline, even of zero', () => {
    const aim = { ratioAtMost: 1.1 };

    expect(isReached(row({ values: [109], baseline: [100], aim }))).toBe(true);
    expect(isReached(row({ values: [111], baseline: [100], aim }))).toBe(false);
    expect(isReached(row({ values: [0], baseline: [0], aim }))).toBe(true);
  });

  it('for a ratio is not reached without a baseline', () => {
    expect(isReached(row({ aim: { ratioAtMost: 1.1 } }))).toBe(false);
  });

  it('is not reached by what never came', () => {
    expect(isReached(row({ values: [Number.POSITIVE_INFINITY], aim: { atMost: 1000 } }))).toBe(
      false,
    );
  });
});
