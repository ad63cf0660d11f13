/** The paragraphs of a page from one register to the next. */
import { numberParagraphs } from '../essay/number-paragraphs.ts';
import type { PageRecord } from './permalinks.ts';

/** A page at a new address, where a build numbers it as a new one, with the numbers that it had at the old one. */
export function numberAsBefore(now: PageRecord, before: PageRecord): PageRecord {
  const { paragraphs = {} } = now;
  const numbers = numberParagraphs(Object.values(paragraphs), before);
  const renamed = new Map(Object.keys(paragraphs).map((anchor, index) => [anchor, numbers[index]]));
  const rename = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(record).map(([anchor, value]) => [renamed.get(anchor) ?? anchor, value]),
    );
  return { ...now, anchors: rename(now.anchors), paragraphs: rename(paragraphs) };
}

/** With those that are gone and that nothing took the place of yet, each behind the one that it stood behind. */
export function keepParagraphs(
  before: PageRecord['paragraphs'],
  now: PageRecord['paragraphs'],
  retired: PageRecord['retired'],
): PageRecord['paragraphs'] {
  if (now === undefined) return before;
  const kept = Object.entries(now);
  Object.entries(before ?? {}).forEach(([anchor, print], index, old) => {
    if (Object.hasOwn(now, anchor) || Object.hasOwn(retired, anchor)) return;
    const isKept = (each: string) => kept.some(([other]) => other === each);
    const previous = old.slice(0, index).findLast(([each]) => isKept(each))?.[0];
    kept.splice(kept.findIndex(([each]) => each === previous) + 1, 0, [anchor, print]);
  });
  return Object.fromEntries(kept);
}
