import { expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages-for.ts';
import { site } from '../../../src/site.ts';

it('speaks the language of this site where a language has no words', () => {
  expect(messagesFor('fi')).toBe(messagesFor(site.lang));
  expect(messagesFor('ko')).not.toBe(messagesFor(site.lang));
});
