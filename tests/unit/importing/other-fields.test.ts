import { expect, it } from 'vitest';
import { otherFields } from '../../../src/importing/other-fields.ts';

it('has what front matter can have, and leaves out what would be no valid field', () => {
  const stated = {
    authors: [],
    keywords: ['ice, snow, ice'],
    doi: 'https://doi.org/10.5555/ice',
  };

  expect(
    otherFields({ ...stated, license: 'https://creativecommons.org/licenses/by/4.0/legalcode' }),
  ).toEqual({ keywords: ['ice', 'snow'], doi: '10.5555/ice', license: 'CC-BY-4.0' });
  expect(
    otherFields({
      authors: [],
      doi: 'soon',
      license: 'All rights reserved',
      editors: ['Berg and Li', ''],
    }),
  ).toEqual({});
});

it.each([
  [
    ['Korea, North', 'ferries', ' ', 'ferries'],
    ['Korea, North', 'ferries'],
  ],
  [['Korea, North; ferries'], ['Korea, North', 'ferries']],
  [['نهر، جليد'], ['نهر', 'جليد']],
  [['川、氷，船'], ['川', '氷', '船']],
])('parts keywords where they are parted: %j', (keywords, parted) => {
  expect(otherFields({ authors: [], keywords })).toEqual({ keywords: parted });
});
