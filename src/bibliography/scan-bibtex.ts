/** The signs of BibTeX in the text of an entry, one after another (Patashnik, BibTeXing, 1988, 2.1). */

/** A bare word that nothing defines: it stands for nothing, and whoever reads the file says so nowhere. */
export interface BareWord {
  readonly word: string;
  /** From the start of the entry. */
  readonly offset: number;
}

/** Where something else was expected. */
export class Unexpected extends Error {
  readonly offset: number;

  constructor(expected: string, text: string, offset: number) {
    super(`expected ${expected}, got ${signAt(text, offset)}`);
    this.offset = offset;
  }
}

export interface Scanner {
  /** Where it stands. */
  readonly offset: number;
  /** What `pattern`, which is sticky, matches behind white space and comments. */
  take(pattern: RegExp): string | undefined;
  /** What `pattern`, which is sticky, matches right there. */
  match(pattern: RegExp): RegExpExecArray | undefined;
  /** As `take`, and what is expected in plain words. */
  need(pattern: RegExp, expected: string): string;
  /** A value: literals, numbers and words that `strings` has, joined by `#`. */
  value(): string;
  readonly undefinedWords: readonly BareWord[];
  /** Whether no word of a value had to be looked up, but names of months. */
  readonly isSpelledOut: boolean;
}

/** `strings` are the words defined so far, in small letters, since capitals do not tell them apart. */
export function scanBibtex(text: string, strings: ReadonlyMap<string, string>): Scanner {
  let offset = 0;
  let isSpelledOut = true;
  const undefinedWords: BareWord[] = [];
  const take = (pattern: RegExp) => {
    gap.lastIndex = offset;
    gap.test(text);
    offset = gap.lastIndex;
    pattern.lastIndex = offset;
    if (!pattern.test(text)) return undefined;
    const match = text.slice(offset, pattern.lastIndex);
    offset = pattern.lastIndex;
    return match;
  };
  const need = (pattern: RegExp, expected: string) => {
    const match = take(pattern);
    if (match === undefined) throw new Unexpected(expected, text, offset);
    return match;
  };
  const part = () => {
    const open = take(opening);
    if (open !== undefined) {
      const end = endOfLiteral(text, offset, open === '"');
      if (end === undefined) throw new Unexpected('a closing brace', text, text.length);
      const literal = text.slice(offset, end);
      offset = end + 1;
      return literal;
    }
    const number = take(digits);
    if (number !== undefined) return number;
    const word = need(bareWord, 'text');
    const meaning = strings.get(word.toLowerCase());
    if (meaning !== word) isSpelledOut = false;
    if (meaning === undefined) undefinedWords.push({ word, offset: offset - word.length });
    return meaning ?? '';
  };
  return {
    get offset() {
      return offset;
    },
    take,
    match(pattern) {
      pattern.lastIndex = offset;
      const match = pattern.exec(text) ?? undefined;
      if (match !== undefined) offset = pattern.lastIndex;
      return match;
    },
    need,
    value() {
      let value = part();
      while (take(join) !== undefined) value += part();
      return value;
    },
    undefinedWords,
    get isSpelledOut() {
      return isSpelledOut;
    },
  };
}

// Made once: there are more values than anything else.
const gap = /(?:\s|%.*)*/y;
const opening = /["{]/y;
const digits = /-?\d+/y;
const bareWord = /[a-z_][\w:+-]*/iy;
const join = /#/y;

/** Where what closes a literal stands whose text begins at `start`. */
function endOfLiteral(text: string, start: number, isQuoted: boolean): number | undefined {
  const simple = isQuoted ? simpleQuoted : simpleBraced;
  simple.lastIndex = start;
  if (simple.test(text)) return simple.lastIndex - 1;
  const delimiter = /\\[\\{}]|[{}"]/g;
  delimiter.lastIndex = start;
  let depth = 0;
  for (let match = delimiter.exec(text); match !== null; match = delimiter.exec(text)) {
    const [mark] = match;
    if (depth === 0 && mark === (isQuoted ? '"' : '}')) return match.index;
    if (mark === '{') depth += 1;
    if (mark === '}') depth -= 1;
  }
  return undefined;
}

/** Most have no braces inside. */
const simpleBraced = /[^\\{}]*\}/y;
const simpleQuoted = /[^\\{}"]*"/y;

function signAt(text: string, offset: number): string {
  const sign = text[offset];
  if (sign === undefined) return 'the end of the entry';
  return signs[sign] ?? (/[\p{L}_]/u.test(sign) ? 'a word' : `“${sign}”`);
}

const signs: Record<string, string> = {
  '}': 'a closing brace',
  ')': 'a closing brace',
  '{': 'an opening brace',
  ',': 'a comma',
  '=': 'an equals sign',
  '"': 'a quotation mark',
};
