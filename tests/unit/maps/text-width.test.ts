import { expect, it } from 'vitest';
import { textWidth } from '../../../src/maps/text-width.ts';

/** Widths that Chromium measured in P052, which is Palatino. */
const measured = {
  Vladivostok: 5.29,
  'Dar es Salaam': 6.25,
  'Moscow, 6,400 km': 8.05,
  Ulaanbaatar: 5.4,
};

it.each(Object.entries(measured))(
  'the estimate for “%s” is not less than it is, nor much more',
  (text, width) => {
    expect(textWidth(text)).toBeGreaterThan(width);
    expect(textWidth(text)).toBeLessThan(width * 1.2);
  },
);

it('an accent adds nothing, tracking a part of the size for each letter', () => {
  expect(textWidth('Málaga')).toBe(textWidth('Malaga'));
  expect(textWidth('Málaga', 0.5)).toBeCloseTo(textWidth('Málaga') + 3);
});

it('letters of Korean, Chinese and Japanese are as wide as high', () => {
  expect(textWidth('서울')).toBeGreaterThanOrEqual(2);
});
