import { describe, expect, it } from 'vitest';
import { nearestMatch } from '../../../src/problems/nearest-match.ts';

describe('the nearest match', () => {
  it('is the word with the fewest differences', () => {
    expect(nearestMatch('roblin2081', ['kim2019', 'roblin2018', 'roblin1999'])).toBe('roblin2018');
  });

  it('does not mind case', () => {
    expect(nearestMatch('KIM2019', ['lee2018', 'kim2019'])).toBe('kim2019');
  });

  it('is nothing when every word is far', () => {
    expect(nearestMatch('nobody', ['kim2019', 'lukin2019'])).toBeUndefined();
    expect(nearestMatch('nobody', [])).toBeUndefined();
  });
});
