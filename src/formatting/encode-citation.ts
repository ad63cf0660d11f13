/** A citation as rehype-citation can read it, and what it printed as the author wrote it. */
import type { ElementContent } from 'hast';
import type { Citation, CitationItem } from '../citations/citation.ts';
import type { LocatorLabel } from '../citations/locator.ts';
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
  const { prefix, suffix, locator, suppressAuthor } = item;
  const [lead, , tail] = partSuffix(suffix);
  const before = prefix === '' ? '' : `${standIn(2 * index)} `;
  const words = locator === undefined ? '' : `${termOf(locator.label)} ${locator.value}`;
  const place = sign === undefined ? words : `${words || 'page '}${sign}`;
  const after = suffix === '' ? '' : `, ${lead}${standIn(2 * index + 1)}${tail}`;
  return `${before}${suppressAuthor ? '-' : ''}@${alias}{${place}}${after}`;
}

/** A word that nobody writes; of letters, since citeproc parts words by spaces only. */
function standIn(index: number): string {
  return `Qxq${'x'.repeat(index + 1)}qxQ`;
}

/** Punctuation before, words, punctuation after: the style has its say about punctuation. */
function partSuffix(suffix: string): [lead: string, words: string, tail: string] {
  const [, lead = '', words = '', tail = ''] = /^([,:]?\s*)(.*?)([.,:!?]?)$/s.exec(suffix) ?? [];
  return [lead, words, tail];
}

/** Puts the author's words, which may have emphasis, where the stand-ins were printed. */
export function putWords(
  content: readonly ElementContent[],
  { items }: Citation,
): ElementContent[] {
  return items.reduce(
    (nodes, { prefix, suffix }, index) => {
      const withPrefix = replaceText(nodes, standIn(2 * index), () => wordsToHtml(prefix));
      return replaceText(withPrefix, standIn(2 * index + 1), () =>
        wordsToHtml(partSuffix(suffix)[1]),
      );
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
