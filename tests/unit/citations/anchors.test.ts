import { describe, expect, it } from 'vitest';
import {
  citationAnchorName,
  fragmentLink,
  labelAnchorName,
  markerAnchor,
  paragraphAnchor,
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

it.each([
  [3, undefined, 'p3'],
  [0, 1, 'p0a'],
  [3, 26, 'p3z'],
  [3, 27, 'p3aa'],
  [3, 702, 'p3zz'],
  [3, 703, 'p3aaa'],
])('the anchor of a paragraph put in has a letter: %s %s', (number, letter, anchor) => {
  expect(paragraphAnchor(number, letter)).toBe(anchor);
});
