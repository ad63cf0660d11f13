import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/load-messages.ts';
import { smartPunctuation } from '../../../src/i18n/smart-punctuation.ts';

describe('the punctuation of a typewriter', () => {
  it.each([
    [`It's "so."`, 'It’s “so.”'],
    [
      `"'Quoted' words in 'a larger' quotation," he said`,
      '“‘Quoted’ words in ‘a larger’ quotation,” he said',
    ],
    [`("so") and --"so"-- and ["so"]`, '(“so”) and –“so”– and [“so”]'],
    [
      `the dogs' bone, 'tis rock 'n' roll of the '90s`,
      'the dogs’ bone, ’tis rock ‘n’ roll of the ’90s',
    ],
    [`6" by 4'`, `6" by 4'`],
    [`"...so"`, '“…so”'],
    [`1862--1930 -- or---so`, '1862–1930 – or—so'],
    [`---- and .... and ..`, `---- and .... and ..`],
    [`"Is it?" "It is!"`, '“Is it?” “It is!”'],
    ['“It’s” set – already…', '“It’s” set – already…'],
    ['', ''],
  ])('of %s is %s', (typed, smart) => {
    expect(smartPunctuation(typed, 'en')).toBe(smart);
  });

  it.each([
    ['en-GB', '“a ‘b’ c’d” – e…'],
    ['de', '„a ‚b‘ c’d“ – e…'],
    ['de-CH', '«a ‹b› c’d» – e…'],
    ['fr', '«\u{202f}a “b” c’d\u{202f}» – e…'],
    ['es', '«a “b” c’d» — e…'],
    ['it', '«a “b” c’d» — e…'],
    ['pt', '“a ‘b’ c’d” — e…'],
    ['pt-PT', '«a “b” c’d» — e…'],
    ['ru', '«a „b“ c’d» — e…'],
    ['ko', '“a ‘b’ c’d” – e…'],
    ['ar', '«a ‹b› c’d» – e…'],
    ['ja', '「a 『b』 c’d」 ―― e……'],
    ['zh', '“a ‘b’ c’d” —— e……'],
    ['zh-TW', '「a 『b』 c’d」 —— e……'],
    ['sv', '”a ’b’ c’d” – e…'],
    ['pl', '„a «b» c’d” – e…'],
    ['qqq', '“a ‘b’ c’d” – e…'],
  ])('is that of the language: %s', (lang, smart) => {
    expect(smartPunctuation(`"a 'b' c'd" -- e...`, lang)).toBe(smart);
  });

  it.each([
    ['en-GB', '’em or ’til'],
    ['pt', '‘em casa’'],
    ['nl', '‘til morgen’'],
  ])('leaves out the beginning of a word in English alone: %s', (lang, smart) => {
    const typed = smart.replaceAll(/[‘’]/g, "'");

    expect(smartPunctuation(typed, lang)).toBe(smart);
  });

  it('needs no spaces where a language has none', () => {
    expect(smartPunctuation('他说"你好"然后"再见"。', 'zh')).toBe('他说“你好”然后“再见”。');
  });

  it.each(Object.keys(languages))('once set stays as it is in %s', (lang) => {
    const once = smartPunctuation(`"a 'b' c'd" -- e...`, lang);

    expect(smartPunctuation(once, lang)).toBe(once);
  });
});
