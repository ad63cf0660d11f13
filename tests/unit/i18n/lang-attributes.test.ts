import { describe, expect, it } from 'vitest';
import { foreignWords } from '../../../src/i18n/lang-attributes.ts';

describe('words among others', () => {
  it('say nothing in the same language, whatever the country', () => {
    expect(foreignWords('en', 'en-GB')).toEqual({});
  });

  it('say their language, and their direction where it is another', () => {
    expect(foreignWords('en', 'ko')).toEqual({ lang: 'en' });
    expect(foreignWords('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
    expect(foreignWords('he', 'en')).toEqual({ lang: 'he', dir: 'rtl' });
  });
});
