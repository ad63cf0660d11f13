/**
 * Notes that are a citation of a source of the bibliography, as the site prints it: told by printing the citation and
 * finding the same words. Nothing less is certain.
 */
import { toString as textOf } from 'hast-util-to-string';
import { toPlain } from '../bibliography/rich-text.ts';
import type { CslItem } from '../bibliography/source.ts';
import { parseCitation, writeKey } from '../citations/citation.ts';
import { placeAlone } from '../citations/positions.ts';
import type { CitationFormatter } from '../formatting/citation-formatter.ts';
import { bareAddress } from './bare-address.ts';
import type { PrintedSource } from './cite-in-words.ts';

interface Sources {
  readonly sources: ReadonlyMap<string, { readonly item: CslItem }>;
}

export interface NoteMatcher {
  /** What stands between the brackets of the citation that prints exactly as `words` and loses none of `links`. */
  match(words: string, links?: readonly string[]): Promise<string | undefined>;
  /** The sources that stand in `words` as they are printed, with the place in each. */
  printedIn(words: string): Promise<PrintedSource[]>;
  /** Keys of sources whose DOI or address stands in `words`. */
  named(words: string): readonly string[];
}

export function createNoteMatcher(
  { sources }: Sources,
  formatter: Pick<CitationFormatter, 'format'> | undefined,
): NoteMatcher {
  const titles = [...sources].map(([key, { item }]) => ({
    key,
    item,
    title: fold(toPlain(item.title ?? '')),
  }));
  const print = async (text: string): Promise<string> => {
    const { citation } = parseCitation(text);
    const [nodes = []] = (await formatter?.format([placeAlone(citation)])) ?? [];
    return fold(nodes.map(textOf).join(''));
  };
  const near = (words: string) =>
    titles.filter(({ title, item }) =>
      title === '' ? words.includes(item.URL ?? '\n') : words.includes(title),
    );
  const matchOne = async (words: string): Promise<string | undefined> => {
    for (const { key } of near(words)) {
      for (const text of possibleCitations(key, words, await print(writeKey(key))))
        if (isSame(await print(text), words)) return text;
    }
    return undefined;
  };
  const matchWords = async (words: string): Promise<string | undefined> => {
    const whole = await matchOne(words);
    if (whole !== undefined || !words.includes('; ')) return whole;
    const parts = words.replace(/\.$/, '').split('; ');
    const matched = await Promise.all(parts.map((part) => matchOne(`${part}.`)));
    if (matched.some((part) => part === undefined)) return undefined;
    for (const text of [lowerFirst(matched.join('; ')), matched.join('; ')])
      if (isSame(await print(text), words)) return text;
    return undefined;
  };
  return {
    async match(typed, links = []) {
      const text = await matchWords(fold(typed));
      if (text === undefined) return undefined;
      const known = [
        typed,
        ...parseCitation(text).citation.items.flatMap(({ key }) =>
          addressesOf(sources.get(key)?.item),
        ),
      ].map(bareAddress);
      return links.every((link) => known.some((each) => each.includes(bareAddress(link))))
        ? text
        : undefined;
    },
    async printedIn(typed) {
      const words = fold(typed);
      const found: PrintedSource[] = [];
      for (const { key } of near(words)) {
        const name = writeKey(key);
        const plain = await print(name);
        const locators = placesIn(words, plain).map(
          (place) => [`${name}, ${place}`, `${name} [${place}]`] as const,
        );
        for (const [cited, text] of [[name, name] as const, ...locators]) {
          const core = (await print(cited)).replace(/\.$/, '');
          if (core !== '' && words.includes(core)) found.push({ words: core, text });
        }
      }
      return found;
    },
    named(typed) {
      return [...sources].flatMap(([key, { item }]) => {
        const names = [item.DOI, item.URL].filter((name) => name !== undefined && name.length > 8);
        return names.some((name) => typed.includes(name ?? '')) ? [key] : [];
      });
    },
  };
}

function addressesOf(item: CslItem | undefined): string[] {
  return [item?.URL, item?.DOI].flatMap((each) => each ?? []);
}

/** Where a citation begins a note, the page begins it with a capital. */
function isSame(printed: string, words: string): boolean {
  return printed.slice(1) === words.slice(1) && lowerFirst(printed) === lowerFirst(words);
}

export function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const places =
  /\b(?:pp?|chaps?|cols?|figs?|fols?|nos?|nn?|paras?|pts?|secs?|vols?)\.\s*[\p{L}\p{N}]+(?:[–-][\p{L}\p{N}]+)?(?:,\s*\d+(?:[–-]\d+)?)*/gu;

function placesIn(words: string, plain: string): string[] {
  return [...words.matchAll(places)]
    .map(([place]) => place.replaceAll('–', '-'))
    .filter((place) => !plain.includes(place));
}

/** `plain` is what the key alone prints. */
function possibleCitations(key: string, words: string, plain: string): string[] {
  const typed = writeKey(key);
  const locators = placesIn(words, plain);
  const around = aroundPrint(words, plain);
  const alone = [typed, `-${typed}`];
  return [
    ...alone,
    ...alone.flatMap((each) => locators.map((place) => `${each}, ${place}`)),
    ...around.map(([prefix, suffix]) => `${prefix}${typed}${suffix}`),
    ...locators.flatMap((place) =>
      leadWords(words, plain).map((prefix) => `${prefix}${typed}, ${place}`),
    ),
  ];
}

/** The words before and behind what the key alone prints. */
function aroundPrint(words: string, plain: string): [string, string][] {
  const core = plain.replace(/\.$/, '');
  const at = words.indexOf(core);
  if (at < 0 || core === '') return [];
  const before = words.slice(0, at);
  const after = words.slice(at + core.length).replace(/\.$/, '');
  if (hasSentences(before) || hasSentences(after)) return [];
  return [
    [lowerFirst(before), after],
    [before, after],
  ];
}

function leadWords(words: string, plain: string): string[] {
  const first = plain.split(' ').slice(0, 2).join(' ');
  const at = words.indexOf(first);
  return at <= 0 || hasSentences(words.slice(0, at))
    ? []
    : [lowerFirst(words.slice(0, at)), words.slice(0, at)];
}

/** A note that says more than its source is one of the author's words: “The river. See …”. */
function hasSentences(words: string): boolean {
  return /[.!?…]["”’»)]*\s+\p{Lu}/u.test(words);
}

function lowerFirst(words: string): string {
  return words === '' ? '' : words[0]?.toLowerCase() + words.slice(1);
}
