/** A citation as rehype-citation can read it, and what it printed as the author wrote it. */
import type { ElementContent } from 'hast';
import type { Citation, CitationItem } from '../citations/citation.ts';
import type { Locator, LocatorLabel } from '../citations/locator.ts';
import { replaceText } from './replace-text.ts';
import { wordsToHtml } from './words-to-html.ts';

/**
 * The citation in the one form that rehype-citation reads without guessing: explicit locators, and stand-ins
 * in the place of the author's words, which are no business of a parser's. `signs` tell of the position of each source.
 */
export function encodeCitation(
  { items }: Citation,
  aliases: ReadonlyMap<string, string>,
  signs: readonly string[] | undefined,
): string {
  const encoded = items.map((item, index) =>
    encodeItem(item, index, aliases.get(item.key) ?? '', signs?.[index]),
  );
  return `[${encoded.join('; ')}]`;
}

function encodeItem(
  item: CitationItem,
  index: number,
  alias: string,
  sign: string | undefined,
): string {
  const { prefix, suffix, locator, suppressAuthor, joined } = item;
  const [lead, , tail] = partSuffix(suffix);
  const before = prefix === '' ? '' : `${standIn(2 * index, joined.prefix)} `;
  const words = locator === undefined ? '' : `${termOf(locator.label)} ${withDashes(locator)}`;
  const place = sign === undefined ? words : `${words || 'page '}${sign}`;
  const after = suffix === '' ? '' : `, ${lead}${standIn(2 * index + 1, joined.suffix)}${tail}`;
  return `${before}${suppressAuthor ? '-' : ''}@${alias}{${place}}${after}`;
}

/** citeproc sets a dash between numbers; between what else counts pages, as in `D-Z` and `327a5-b7`, it does not. */
function withDashes({ label, value, english = value }: Locator): string {
  if (label === 'sub-verbo') return english;
  return english.replace(
    /(?<![\p{L}\p{N}-])([\p{L}\p{N}()]{1,5})-(?=([\p{L}\p{N}()]{1,5})(?![\p{L}\p{N}-]))/gu,
    (range, from: string, to: string) => (/^\d+$/.test(from + to) ? range : `${from}–`),
  );
}

/** A word that nobody writes; of letters, since citeproc parts words by spaces only. */
function standIn(index: number, isJoined: boolean): string {
  return `Qx${isJoined ? 'k' : 'q'}${'x'.repeat(index + 1)}qxQ`;
}

/** Punctuation before, words, punctuation after: the style has its say about punctuation. */
function partSuffix(suffix: string): [lead: string, words: string, tail: string] {
  const [, lead = '', words = '', tail = ''] = /^([,:]?\s*)(.*?)([.,:!?]?)$/s.exec(suffix) ?? [];
  return [lead, words, tail];
}

/**
 * Puts the author's words, which may have emphasis, where the stand-ins were printed. citeproc parts them from the
 * source by a space, which is left out where the author wrote none.
 */
export function putWords(
  content: readonly ElementContent[],
  { items }: Citation,
): ElementContent[] {
  return items.reduce(
    (nodes, { prefix, suffix, joined }, index) => {
      const [before, after] = [2 * index, 2 * index + 1];
      const put = (within: readonly ElementContent[], word: string, words: string) =>
        replaceText(within, word, () => wordsToHtml(words));
      const begun = joined.prefix
        ? put(nodes, `${standIn(before, true)} `, prefix)
        : put(nodes, standIn(before, false), prefix);
      const [, words] = partSuffix(suffix);
      return joined.suffix
        ? put(begun, ` ${standIn(after, true)}`, words)
        : put(begun, standIn(after, false), words);
    },
    [...content],
  );
}

/** A word that rehype-citation takes for this CSL label; it tries the German ones first ("Vers", "e"). */
function termOf(label: LocatorLabel): string {
  const unlike: Partial<Record<LocatorLabel, string>> = {
    issue: 'number',
    'sub-verbo': 'sub verbo',
    verse: 'v.',
  };
  return unlike[label] ?? label;
}
