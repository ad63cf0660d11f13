import { expect, it } from 'vitest';
import { wordsFor } from '../../../src/i18n/messages-for.ts';
import { site } from '../../../src/site.ts';

it('speaks the language of this site where a language has no words', () => {
  expect(wordsFor('fi')).toBe(wordsFor(site.lang));
  expect(wordsFor('ko')).not.toBe(wordsFor(site.lang));
});
