import { expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/essay/read-front-matter.ts';

it('reads what is no list of fields as none, and what is no YAML as nothing', () => {
  const words = readFrontMatter('just words');
  const lost = readFrontMatter('a: *nowhere');

  expect([words.data, words.failure, words.fields]).toEqual([{}, undefined, undefined]);
  expect([lost.data, lost.fields]).toEqual([{}, undefined]);
  expect(lost.failure).toBeInstanceOf(ReferenceError);
});

it('keeps what can be read where a field is faulty, and says which', () => {
  const { data, fields, issues } = readFrontMatter('title: T\ndate: soon\ndraft: true\n');

  expect(data).toEqual({ title: 'T', date: 'soon', draft: true });
  expect(fields).toBeUndefined();
  expect(issues.map(({ path }) => path)).toEqual([['date']]);
});
