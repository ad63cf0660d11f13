import { describe, expect, it } from 'vitest';
import {
  citationAnchorName,
  fragmentLink,
  labelAnchorName,
  markerAnchor,
} from '../../../src/citations/anchors.ts';
import { parseCitation } from '../../../src/citations/citation.ts';

const nameOf = (text: string) => citationAnchorName(parseCitation(text).citation);

describe('an anchor', () => {
  it.each([
    ['@lukin2019', 'lukin2019'],
    ['@lukin2019, p. 12', 'lukin2019-p12'],
    ['@lukin2019, 12', 'lukin2019-p12'],
    ['@lukin2019, chap. 3', 'lukin2019-ch3'],
    ['see @a; @b, pp. 3-4', 'see-a-b-p3-4'],
    ['-@a', '-a'],
    ['@Müller:2020/b', 'Müller:2020-b'],
    ['@mu\u0308ller', 'müller'],
  ])('of [%s] is named %s', (citation, name) => {
    expect(nameOf(citation)).toBe(name);
  });

  it('of a discursive note is its label', () => {
    expect(labelAnchorName('the Tumen!')).toBe('the-Tumen');
  });

  it('of a marker counts from the second use', () => {
    expect([1, 2, 3].map((use) => markerAnchor('kim2019', use))).toEqual([
      'fnref-kim2019',
      'fnref-kim2019-2',
      'fnref-kim2019-3',
    ]);
  });

  it('is linked to with everything encoded that a URL cannot hold', () => {
    expect(fragmentLink('fn-müller:1')).toBe('#fn-m%C3%BCller:1');
  });
});
