/**
 * The anchors of the paragraphs of an essay. A paragraph keeps the number with which it was published:
 *
 * 1. Those of a new essay are `p1`, `p2`, `p3`.
 * 2. One that is put in after `p3` is `p3a`, the next such `p3b`, after `p3z` comes `p3aa`; before `p1`, it is `p0a`.
 *    The letter is the next one that was never published, wherever after `p3` it stands.
 * 3. One at the end goes on with the next whole number.
 * 4. No number is given a second time, not even when its paragraph is gone.
 */
import { paragraphAnchor, paragraphNumber } from '../citations/anchors.ts';
import { matchParagraphs } from './match-paragraphs.ts';

/** What the register has of the page of an essay. */
export interface PublishedNumbers {
  /** Everything that was ever an anchor of the page. */
  readonly anchors: Readonly<Record<string, unknown>>;
  /** Prints of the paragraphs by anchor, in the order in which they stood; none when they are not recorded. */
  readonly paragraphs?: Readonly<Record<string, string>> | undefined;
}

/** The anchor of each paragraph, of which `prints` are in order; `published` is `undefined` for a new essay. */
export function numberParagraphs(
  prints: readonly string[],
  published: PublishedNumbers | undefined,
): string[] {
  const { anchors = {}, paragraphs } = published ?? {};
  if (paragraphs === undefined) return prints.map((_, index) => paragraphAnchor(index + 1));
  const old = Object.keys(paragraphs);
  const matches = matchParagraphs(Object.values(paragraphs), prints);
  const taken = new Set([...Object.keys(anchors), ...old]);
  const lastKept = matches.findLastIndex((match) => match !== undefined);
  const whole = [...taken].filter((anchor) => /^p\d+$/.test(anchor)).map(wholeNumber);
  let last = whole.reduce((most, number) => Math.max(most, number), 0);
  let number = 0;
  const letters = new Map<number, number>();
  return matches.map((match, index) => {
    const kept = match === undefined ? undefined : old[match];
    if (kept !== undefined) {
      number = wholeNumber(kept);
      return kept;
    }
    if (index > lastKept) {
      last += 1;
      number = last;
      return paragraphAnchor(last);
    }
    let letter = letters.get(number) ?? 1;
    while (taken.has(paragraphAnchor(number, letter))) letter += 1;
    letters.set(number, letter + 1);
    return paragraphAnchor(number, letter);
  });
}

/** 3 for `p3` and `p3a`. */
function wholeNumber(anchor: string): number {
  return Number.parseInt(paragraphNumber(anchor), 10);
}
