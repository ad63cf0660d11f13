import { describe, expect, it } from 'vitest';
import { hasSeveralNames, readAuthorName } from '../../../src/essay/author-name.ts';

describe('the name of an author', () => {
  it.each([
    ['Müller, Anna', 'Anna Müller', 'person', { family: 'Müller', given: 'Anna' }],
    ['Anna Müller', 'Anna Müller', 'person', { literal: 'Anna Müller' }],
    ['김철수', '김철수', 'person', { literal: '김철수' }],
    ['{Peace, Oslo}', 'Peace, Oslo', 'organization', { literal: 'Peace, Oslo' }],
    ['King, Jr., Martin', 'King, Jr., Martin', 'person', { literal: 'King, Jr., Martin' }],
    ['Müller,', 'Müller,', 'person', { literal: 'Müller,' }],
  ])('“%s” is read as “%s”, a %s', (typed, text, kind, name) => {
    expect(readAuthorName(typed)).toEqual({ text, kind, name });
  });
});

it.each([
  ['Müller, Anna and Bo Li', true],
  ['Smith & Sons', true],
  ['{Smith and Sons}', false],
  ['Sand, Andy', false],
])('“%s” has several names: %s', (typed, several) => {
  expect(hasSeveralNames(typed)).toBe(several);
});
