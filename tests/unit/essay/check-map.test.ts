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

describe('the check of a map', () => {
  it('says what the map does not show', () => {
    const problems = checkMap(map, loadMessages('en', 'en'));

    expect(problems.map(({ message }) => message)).toEqual(['“Elsewhere” is out of view.']);
  });
});
