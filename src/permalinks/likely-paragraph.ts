/** What a paragraph that is gone became part of, or what stands in its place. */
import { likeness } from '../essay/paragraph-print.ts';
import type { PageRecord } from './permalinks.ts';

/** One that took in another has as much in common with it. */
const asPart = 0.3;

/** One of those between the neighbours that it had, and of these; `undefined` when it was just taken out. */
export function likelyParagraph(
  anchor: string,
  { anchors, paragraphs: before = {} }: PageRecord,
  { paragraphs: now = {} }: PageRecord,
): string | undefined {
  const old = Object.keys(before);
  const order = Object.keys(now);
  const isKept = (each: string) => Object.hasOwn(now, each);
  const at = old.indexOf(anchor);
  const previous = old.slice(0, at).findLast(isKept);
  const next = old.slice(at).find(isKept);
  const around = order.slice(
    previous === undefined ? 0 : order.indexOf(previous),
    next === undefined ? order.length : order.indexOf(next) + 1,
  );
  const shareOf = (each: string) => likeness(before[anchor] ?? '', now[each] ?? '');
  const [most] = around.toSorted((a, b) => shareOf(b) - shareOf(a));
  if (most !== undefined && shareOf(most) >= asPart) return most;
  // Of several that are gone, nobody can tell which one it was.
  const gone = old.slice(
    old.indexOf(previous ?? '') + 1,
    next === undefined ? undefined : old.indexOf(next),
  );
  const fresh = around.filter((each) => !Object.hasOwn(anchors, each));
  return gone.length === 1 && fresh.length === 1 ? fresh[0] : undefined;
}
