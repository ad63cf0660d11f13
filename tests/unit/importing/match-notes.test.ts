import { expect, it } from 'vitest';
import { createNoteMatcher } from '../../../src/importing/match-notes.ts';

const item = { id: 'kim2019', type: 'book', title: 'A Title', URL: 'https://a.example/1' };
const words = 'Kim, “A Title.”';
const matcher = createNoteMatcher(
  { sources: new Map([['kim2019', { item }]]) },
  { format: async () => [[{ type: 'text', value: words }]] },
);

it('takes no note for a citation that leads to something else than the source', async () => {
  expect(await matcher.match(words)).toBe('@kim2019');
  expect(await matcher.match(words, ['http://a.example/1/'])).toBe('@kim2019');
  expect(await matcher.match(words, ['https://b.example/scan'])).toBeUndefined();
});
