import { expect, it } from 'vitest';
import { site } from '../../../src/site.ts';
import { wordsFor } from '../../../src/words/words-for.ts';

it('speaks the language of this site where a language has no words', () => {
  expect(wordsFor('fi')).toBe(wordsFor(site.lang));
  expect(wordsFor('ko')).not.toBe(wordsFor(site.lang));
});
