/**
 * The rule by which anchors are made. Anchors are published and cited, so this rule never changes:
 *
 * 1. A note that cites is named after its keys: `fn-roblin2018`, `fn-lukin2019-p12`, `fn-see-a-b-p3-4`.
 * 2. A discursive note is named after its label: `[^tumen]` is `fn-tumen`.
 * 3. Its markers are `fnref-…`, and `fnref-…-2` from the second use on. Where each use has a note of its own, the
 *    second note is `fn-…-2`.
 * 4. Letters and digits of every script are kept with their case, in Unicode form NFC, with `.`, `_`, `:`
 *    and `-`; every run of other characters becomes one `-`.
 * 5. `fn-3` is an alias of the third note, so a name needs more than digits.
 * 6. `p4` is the fourth paragraph as first published, `p4a` one that was put in after it; a heading is named after its
 *    words, and gives way to all other anchors.
 */
import type { Citation, CitationItem } from './citation.ts';
import { isOfLayout } from './layout-anchors.ts';
import type { LocatorLabel } from './locator.ts';

const locatorCodes: Record<LocatorLabel, string> = {
  book: 'bk',
  chapter: 'ch',
  column: 'col',
  figure: 'fig',
  folio: 'fol',
  issue: 'no',
  line: 'l',
  note: 'n',
  opus: 'op',
  page: 'p',
  paragraph: 'para',
  part: 'pt',
  section: 'sec',
  'sub-verbo': 'sv',
  verse: 'v',
  volume: 'vol',
};

/** The name of a note that cites, without `fn-`. Citations that read differently have different names. */
export function citationAnchorName(citation: Citation): string {
  return citation.items.map(itemAnchorName).join('-');
}

/** The name of a discursive note, without `fn-`. */
export function labelAnchorName(label: string): string {
  return anchorName(label);
}

/** The anchor of a note; of the `use`th with this name, from 1, where each use has a note of its own. */
export function noteAnchor(name: string, use = 1): string {
  return use === 1 ? `fn-${name}` : `fn-${name}-${use}`;
}

/** The anchor of the marker that uses a note for the `use`th time, from 1. */
export function markerAnchor(name: string, use: number): string {
  return use === 1 ? `fnref-${name}` : `fnref-${name}-${use}`;
}

/** What a note is called in plain Markdown: `[^roblin2018]`, and `[^_roblin2018]` without the author's name. */
export function noteLabel(anchor: string): string {
  return anchor.replace(/^fn-/, '').replace(/^-+/, '_');
}

/** The plain number as an anchor of the same note. */
export function noteAlias(number: number): string {
  return noteAnchor(String(number));
}

/** `p4`; with a letter, counted from 1, `p4a`, and after `p4z` `p4aa`. */
export function paragraphAnchor(number: number, letter = 0): string {
  let letters = '';
  for (let rest = letter; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode('a'.charCodeAt(0) + ((rest - 1) % 26)) + letters;
  }
  return `p${number}${letters}`;
}

/** Whether an anchor has the form of a paragraph's. */
export function isParagraphAnchor(anchor: string): boolean {
  return /^p\d+[a-z]*$/.test(anchor);
}

/** `4a` for `p4a`. */
export function paragraphNumber(anchor: string): string {
  return anchor.slice('p'.length);
}

/** Whether a name can be told from the number of a note, and from nothing. */
export function hasLetter(name: string): boolean {
  return /\p{L}/u.test(name);
}

/** Whether a name could be taken for the number of a note. */
export function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** Whether a heading may not have this name, because something else of the page has it or may come to have it. */
export function isTaken(anchor: string): boolean {
  return isOfLayout(anchor) || /^(?:notes|lead-.*|p\d+|fn-.*|fnref-.*)$/.test(anchor);
}

/** A link to an anchor of the same page: percent-encoded as RFC 3986 asks of a fragment. */
export function fragmentLink(anchor: string): string {
  return `#${encodeURIComponent(anchor).replaceAll('%3A', ':')}`;
}

function itemAnchorName({ key, prefix, locator, suffix, suppressAuthor }: CitationItem): string {
  const place = locator === undefined ? '' : `${locatorCodes[locator.label]}${locator.value}`;
  const parts = [prefix, suppressAuthor ? `-${key}` : key, place, suffix];
  return parts
    .map((part, index) => (index === 1 ? sanitise(part) : anchorName(part)))
    .filter((part) => part !== '')
    .join('-');
}

function anchorName(text: string): string {
  return sanitise(text).replace(/^-+|-+$/g, '');
}

function sanitise(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._:-]+/gu, '-');
}
