import { describe, expect, it } from 'vitest';
import { likeness, openingOf, paragraphPrint } from '../../../src/essay/paragraph-print.ts';

const text =
  'As an established world power, Russia is not dependent on involvement in the Korean peace process.';

describe('the print of a paragraph', () => {
  it('never changes, for it is in registers', () => {
    expect(
      [text, 'Yes.', '…', '', '一九五〇年，苏联抵制安理会。', '북한과 러시아'].map(paragraphPrint),
    ).toMatchInlineSnapshot(`
      [
        "As an established world 4.....Wf...w.X........0..O......",
        "Yes. .............6..................",
        "… ................................",
        " ................................",
        "一九五〇年，苏联抵制安理会。 p...4M...7..z.....1.....WO...A.o",
        "북한과 러시아 ......D...1.....................",
      ]
    `);
  });

  it.each([
    ['white space', text.replace('Russia', '\n  Russia')],
    ['the form of its accents', text.normalize('NFD')],
  ])('does not depend on %s', (_, other) => {
    expect(paragraphPrint(other)).toBe(paragraphPrint(text));
  });

  it.each([
    ['whole words', text, 'As an established world'],
    ['all of a short one', 'Yes, he said.', 'Yes, he said.'],
    [
      'signs where no space is',
      '一九五〇年苏联抵制联合国安理会，决议第八十四号因此得以通过。',
      '一九五〇年苏联抵制联合国安理',
    ],
    ['nothing of one without words', '', ''],
  ])('begins with %s', (_, words, opening) => {
    expect(openingOf(paragraphPrint(words))).toBe(opening);
  });
});

describe('the likeness of two paragraphs', () => {
  const alike = (one: string, other: string) =>
    likeness(paragraphPrint(one), paragraphPrint(other));

  it.each([
    ['the same words', text, text],
    ['the same words in capitals', text, text.toUpperCase()],
    ['the same words in another order', text, text.split(' ').toReversed().join(' ')],
  ])('is whole with %s', (_, one, other) => {
    expect(alike(one, other)).toBe(1);
  });

  it.each([
    [
      'no word in common',
      text,
      'Fishermen remember the border differently: for them it was weather.',
    ],
    ['no words at all', '…', '—'],
    ['no word of Chinese in common', '苏联抵制联合国安理会', '渔民记得边界不同'],
  ])('is nothing with %s', (_, one, other) => {
    expect(alike(one, other)).toBeLessThan(0.1);
  });

  it.each([
    ['English', text, text.replace('not dependent on involvement in', 'far from needing')],
    [
      'Chinese',
      '苏联抵制联合国安理会，决议因此得以通过。',
      '苏联抵制联合国安理会，于是决议得以通过。',
    ],
    ['Korean', '북한과 러시아의 관계는 오래되었다', '북한과 러시아의 관계는 복잡하다'],
    ['Russian', 'Отношения Северной Кореи и России', 'Отношения Северной Кореи и Китая'],
  ])('is a part with some words in common: %s', (_, one, other) => {
    expect(alike(one, other)).toBeGreaterThan(0.4);
    expect(alike(one, other)).toBeLessThan(1);
  });
});
