/**
 * What a paragraph is known by when its words have changed: its first words, for people, and a sketch of all of them.
 * Both stand in the register of what was published, so the rule that makes them never changes.
 */

/** As many of the letters of two sketches are equal as the paragraphs share of their words, give or take a tenth. */
const sketchLength = 32;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Stands where a short paragraph has no word. */
const noWord = '.';

/** `As a founding member of the kQ3x…`; `text` is that of the paragraph, without markers. */
export function paragraphPrint(text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const opening = /^.{1,28}(?= |$)/u.exec(plain)?.[0] ?? [...plain].slice(0, 14).join('');
  return `${opening} ${sketch(plain)}`;
}

/** The first words of the paragraph. */
export function openingOf(print: string): string {
  return print.slice(0, Math.max(print.lastIndexOf(' '), 0));
}

/** Which share of all their words two paragraphs have in common, from 0 to 1. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  let same = 0;
  let all = 0;
  for (let fromEnd = 1; fromEnd <= sketchLength; fromEnd += 1) {
    const a = one[one.length - fromEnd] ?? noWord;
    const b = other[other.length - fromEnd] ?? noWord;
    if (a === noWord && b === noWord) continue;
    all += 1;
    if (a === b) same += 1;
  }
  return all === 0 ? 0 : same / all;
}

/** Each place of the sketch that has a letter, with it: two paragraphs without one in common are not alike. */
export function tracesOf(print: string): string[] {
  return [...print.slice(-sketchLength)].flatMap((letter, place) =>
    letter === noWord ? [] : [`${place} ${letter}`],
  );
}

/** MinHash: each word falls to one of the places, and the smallest hash of a place leaves a letter there. */
function sketch(text: string): string {
  const smallest: (number | undefined)[] = Array.from({ length: sketchLength });
  for (const word of tellingWords(text)) {
    const hash = hashOf(word);
    const place = hash % sketchLength;
    smallest[place] = Math.min(smallest[place] ?? hash, hash);
  }
  return smallest
    .map((hash) => (hash === undefined ? noWord : letters[spread(hash + 1) % letters.length]))
    .join('');
}

/** Long words tell more than short ones, which every paragraph has; of a few words, all are needed. */
function tellingWords(text: string): string[] {
  const runs = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const words = unspaced.test(text) ? runs.flatMap(splitRun) : runs;
  const long = words.filter(isLong);
  return long.length < 8 ? words : long;
}

/** Taken apart (NFD), a syllable of Hangul is two or three letters. */
function isLong(word: string): boolean {
  return word.length > 3 || word.normalize('NFD').length > 3 || unspaced.test(word);
}

/** Scripts that set no spaces between words. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

/** In such a script, pairs of letters. */
function splitRun(run: string): string[] {
  if (!unspaced.test(run)) return [run];
  const signs = [...run];
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ''));
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return spread(hash);
}

/** The last step of MurmurHash3, by which every bit depends on every other. */
function spread(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
