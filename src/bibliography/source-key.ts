/**
 * Keys for new sources: who wrote it and when, `roblin2018`; of an organisation its initials, `unsc1950`; and the
 * first telling word of the title where nobody is named. Anchors are made from keys, so a key is for ever.
 */
import { hasLetter } from '../citations/anchors.ts';
import { writeKey } from '../citations/citation.ts';
import { toPlain } from './rich-text.ts';
import type { CslItem, CslName } from './source.ts';

/** A key that no other has; `taken` are the others, in lower case. */
export function proposeKey(item: CslItem, taken: ReadonlySet<string>): string {
  const [year = ''] = [item.issued, item.accessed].flatMap((date) => {
    const first = date?.['date-parts']?.[0]?.[0] ?? /\d{4}/.exec(date?.raw ?? '')?.[0];
    return first === undefined ? [] : [String(first)];
  });
  const name = nameFor(item);
  const key = `${name}${hasLetter(name) ? '' : 'source'}${year}`;
  for (let double = 1; ; double += 1) {
    const unique = double === 1 ? key : `${key}${letters(double)}`;
    if (!taken.has(unique)) return unique;
  }
}

/** Why something cannot be a key, as the rest of a sentence; nothing when it can. */
export function keyFault(key: string): string | undefined {
  if (!hasLetter(key)) return 'has no letter, and a number means the note with that number';
  return writeKey(key).startsWith('@{')
    ? 'is more than letters, digits, and single signs between them'
    : undefined;
}

function nameFor(item: CslItem): string {
  const [creator] = [...(item.author ?? []), ...(item.editor ?? []), ...(item.translator ?? [])];
  const organisation = item.publisher === undefined ? undefined : { literal: item.publisher };
  const named = [creator, item.title === undefined ? organisation : undefined]
    .filter((each) => each !== undefined)
    .map(shortName)
    .find((name) => name !== '');
  return named ?? titleWord(item.title ?? '') ?? '';
}

function shortName(name: CslName): string {
  if (name.literal === undefined) {
    const particle = name['non-dropping-particle'];
    return lettersOf(`${typeof particle === 'string' ? particle : ''}${name.family ?? ''}`);
  }
  const acronym = /\((\p{Lu}[\p{L}\p{N}]+)\)/u.exec(name.literal)?.[1];
  if (acronym !== undefined) return lettersOf(acronym);
  const telling = tellingWords(name.literal.split(/[^\p{L}\p{M}\p{N}]+/u));
  const capitals = telling.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length >= 3
    ? lettersOf(capitals.map((word) => [...word][0]).join(''))
    : lettersOf(telling[0] ?? '');
}

/** Not every script puts spaces between words. */
function titleWord(title: string): string | undefined {
  const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(toPlain(title))];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return tellingWords(words)
    .map(lettersOf)
    .find((word) => hasLetter(word));
}

/** All words but small ones; all when there is none but small ones. */
function tellingWords(words: readonly string[]): string[] {
  const some = words.filter((word) => word !== '');
  const telling = some.filter((word) => !smallWords.has(word.toLowerCase()));
  return telling.length === 0 ? some : telling;
}

const smallWords = new Set(
  [
    'a an and as at by for from in of on or the to with how what why when where who is are',
    'der die das den dem des ein eine einer eines im am und von vom zu zum zur für mit über',
    'le la les l un une des du de d et au aux à en el los las lo una uno y del al il gli i e o os',
    'het een van и в на о с к по из',
  ]
    .join(' ')
    .split(' '),
);

function lettersOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/^\p{M}+/u, '')
    .normalize('NFC');
}

/** `b` for the second, `z` for the twenty-sixth, `ab` for the twenty-eighth. */
function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return rest === 0 ? letter : letters(rest) + letter;
}
