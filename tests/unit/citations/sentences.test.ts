import { describe, expect, it } from 'vitest';
import { sentencesAt, withoutOuterQuotes } from '../../../src/citations/sentences.ts';

/** The sentence at the sign `|`, which is not part of the text. */
const at = (marked: string, lang = 'en') =>
  sentencesAt(marked.replace('|', ''), [marked.indexOf('|')], lang)[0];

describe('the sentence of a marker', () => {
  it.each([
    ['It began. It ended.| It is over.', 'It ended.'],
    ['It began.| It ended.', 'It began.'],
    ['It began. It|, so to say, ended.', 'It, so to say, ended.'],
    ['It began. |It ended.', 'It began.'],
    ['|It began. It ended.', 'It began.'],
    ['“Is it?” he asked.| No.', '“Is it?” he asked.'],
    [
      'The U.S. Army and Dr. No met (e.g. there).| No.',
      'The U.S. Army and Dr. No met (e.g. there).',
    ],
    ['It\n  began.|', 'It began.'],
    ['|', ''],
    ['引用する。|「静かな国境」という。', '引用する。'],
    ['被引用。|“河”是虚构的。', '被引用。'],
    ['„Ja.“| Nein.', '„Ja.“'],
  ])('in “%s” is “%s”', (marked, sentence) => {
    expect(at(marked)).toBe(sentence);
  });

  it.each([
    ['ko', '첫 문장이다. 두 번째다.| 끝.', '두 번째다.'],
    ['ja', '最初の文。次の文。|最後。', '次の文。'],
    ['ar', 'جملة أولى. جملة ثانية؟| نهاية.', 'جملة ثانية؟'],
  ])('is found in %s', (lang, marked, sentence) => {
    expect(at(marked, lang)).toBe(sentence);
  });
});

it.each([
  ['“It is so.”', 'It is so.'],
  ['„So ist es.“', 'So ist es.'],
  ['“A” and “B”', '“A” and “B”'],
  ['He said “so”', 'He said “so”'],
  ['«C’est ainsi.»', 'C’est ainsi.'],
])('%s is quoted as %s', (sentence, quoted) => {
  expect(withoutOuterQuotes(sentence)).toBe(quoted);
});
