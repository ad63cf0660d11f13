/**
 * Bare words in BibTeX, which stand for text that `@string` gives them (Patashnik, BibTeXing, 1988, 2.1). One that
 * nothing defines stands for nothing, and whoever reads the file says so nowhere.
 */

import { nearestMatch } from '../problems/nearest-match.ts';
import { placesIn } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import type { EntrySpan } from './split-bibtex.ts';

export interface BareWord {
  readonly word: string;
  /** From the start of the entry. */
  readonly offset: number;
}

/** The bare words in the entries of a file that stand for nothing. */
export function undefinedWords(text: string, spans: readonly EntrySpan[], file: string): Problem[] {
  const placeOf = placesIn(text);
  const defined = definedWords(text);
  const isUndefined = (word: string, key: number) =>
    (defined.get(word.toLowerCase()) ?? Infinity) > key;
  return spans.flatMap(({ key, end }) =>
    bareWords(text.slice(key, end))
      .filter(({ word }) => isUndefined(word, key))
      .map(({ word, offset }): Problem => {
        const source = /^[^\s,]*/.exec(text.slice(key, end))?.[0].normalize('NFC');
        const about = { file, place: placeOf(key + offset), length: word.length, source };
        const message = `The word “${word}” has neither braces nor quotation marks, and no @string before it defines it.`;
        const nearest = nearestMatch(word, defined.keys());
        return { rule: 'bibliography-word-is-defined', ...about, message, nearest };
      }),
  );
}

/** For each entry of `text`, the definitions before it that it needs, as they stand there. */
export function stringsFor(
  text: string,
  spans: readonly EntrySpan[],
): (entry: EntrySpan) => string {
  const strings = new Map<string, EntrySpan[]>();
  for (const span of spans.filter(({ kind }) => kind === 'string')) {
    const name = /^[^\s=]*/.exec(text.slice(span.key, span.end))?.[0].toLowerCase() ?? '';
    strings.set(name, [span, ...(strings.get(name) ?? [])]);
  }
  const needs = ({ key, start, end }: EntrySpan): string[] =>
    bareWords(text.slice(key, end)).flatMap(({ word }) => {
      const found = strings.get(word.toLowerCase())?.find((each) => each.start < start);
      return found === undefined
        ? []
        : [...needs(found), `${text.slice(found.start, found.end)}\n`];
    });
  return (entry) => (strings.size === 0 ? '' : needs(entry).join(''));
}

/** The bare words of an entry, whose text begins with its key, in which any sign may stand but a comma. */
export function bareWords(entry: string): BareWord[] {
  const found: BareWord[] = [];
  const betweenLiterals = /%.*|["{})]|[=#]\s*([a-z_][\w:+-]*)/gi;
  betweenLiterals.lastIndex = Math.max(0, entry.indexOf(','));
  for (;;) {
    const match = betweenLiterals.exec(entry);
    if (match === null || /^[})]/.test(match[0])) return found;
    const [text, word] = match;
    if (word !== undefined) found.push({ word, offset: betweenLiterals.lastIndex - word.length });
    if (/^["{]/.test(text)) betweenLiterals.lastIndex = endOfLiteral(entry, match.index);
  }
}

/**
 * Names that `text` defines or every style knows, in small letters, since capitals do not tell them apart; each with
 * the offset from which it may be used.
 */
export function definedWords(text: string): Map<string, number> {
  const own = [...text.matchAll(/@\s*string\s*[{(](?:\s|%.*)*([^\s=%]+)/gi)]
    .map(({ 1: name = '', index }): [string, number] => [name.toLowerCase(), index])
    .reverse();
  const known = [...monthWords, ...journals].map((name): [string, number] => [name, 0]);
  return new Map([...own, ...known]);
}

/** Where a literal ends that begins at `start`, with a brace or a quotation mark. */
function endOfLiteral(text: string, start: number): number {
  const isQuoted = text[start] === '"';
  const delimiter = /\\[\\{}]|[{}"]/g;
  delimiter.lastIndex = start + 1;
  let depth = 0;
  for (;;) {
    const match = delimiter.exec(text);
    if (match === null) return text.length;
    const [mark] = match;
    if (depth === 0 && mark === (isQuoted ? '"' : '}')) return delimiter.lastIndex;
    if (mark === '{') depth += 1;
    if (mark === '}') depth -= 1;
  }
}

/** What BibTeX knows of itself. */
export const monthWords = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What the standard styles of BibTeX define (plain.bst). */
const journals =
  'acmcs acta cacm ibmjrd ibmsj ieeese ieeetc ieeetcad ipl jacm jcss scp sicomp tocs tods tog toms toois toplas tcs'.split(
    ' ',
  );
