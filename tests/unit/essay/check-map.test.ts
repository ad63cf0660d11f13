import { describe, expect, it } from 'vitest';
import { checkMap } from '../../../src/essay/check-map.ts';
import { loadMessages } from '../../../src/i18n/load-messages.ts';
import { mapSpec } from '../../../src/maps/map-spec.ts';

const map = mapSpec.parse({
  center: [128.5, 41.6],
  width: 2600,
  subject: ['North Korea'],
  names: [{ name: 'Elsewhere', at: [0, 0] }],
});

const english = loadMessages('en', 'en');

describe('the check of a map', () => {
  it('draws it once for as long as it and its words stay the same', () => {
    const problems = checkMap(map, english);

    expect(problems.map(({ message }) => message)).toEqual(['“Elsewhere” is out of view.']);
    expect(checkMap(map, english)).toBe(problems);
    expect(checkMap(map, loadMessages('fr', 'en'))).not.toBe(problems);
    expect(checkMap({ ...map }, english)).not.toBe(problems);
  });
});
