import { describe, expect, it } from 'vitest';
import { checkMap } from '../../../src/essay/check-map.ts';
import { mapSpec } from '../../../src/maps/map-spec.ts';

const map = mapSpec.parse({
  center: [128.5, 41.6],
  width: 2600,
  subject: ['North Korea'],
  names: [{ name: 'Elsewhere', at: [0, 0] }],
});

describe('the check of a map', () => {
  it('draws it once for as long as it and its language stay the same', () => {
    const problems = checkMap(map, 'en');

    expect(problems.map(({ message }) => message)).toEqual(['“Elsewhere” is out of view.']);
    expect(checkMap(map, 'en')).toBe(problems);
    expect(checkMap(map, 'fr')).not.toBe(problems);
    expect(checkMap({ ...map }, 'en')).not.toBe(problems);
  });
});
