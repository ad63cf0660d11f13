import { expect, it } from 'vitest';
import { isDraft, readYaml } from '../../../src/essay/read-yaml.ts';

it.each([
  ['title: T\ndraft: true', true],
  ['{ "draft": True }', true],
  ['draft: false', false],
  ['draft: "true"', false],
  ['draft: yes', false],
  ['title: draft', false],
  ['remarks: [{ text: "draft: true" }]', false],
  ['draft: true\ntitle: "T', false],
  [undefined, false],
])('takes %j for a draft: %s', (yaml, expected) => {
  expect(isDraft(yaml)).toBe(expected);
});

it('reads what is no list of fields as none, and what is no YAML as nothing', () => {
  expect(readYaml('just words')).toEqual({});
  expect(readYaml('a: *nowhere')).toBeUndefined();
});
