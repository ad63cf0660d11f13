import { describe, expect, it } from 'vitest';
import { langAttributes } from '../../../src/i18n/lang-attributes.ts';

describe('words among others', () => {
  it('say nothing in the same language, whatever the country', () => {
    expect(langAttributes('en', 'en-GB')).toEqual({});
  });

  it('say their language, and their direction where it is another', () => {
    expect(langAttributes('en', 'ko')).toEqual({ lang: 'en' });
    expect(langAttributes('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
    expect(langAttributes('he', 'en')).toEqual({ lang: 'he', dir: 'rtl' });
  });
});
