/**
 * The register of everything that was ever published: every page, every anchor, and what the notes cite. It
 * is a file among the content, kept by `npm run permalinks` and guarded by every build.
 */
import { z } from 'zod';
import { placeAt } from '../problems/place.ts';
import type { Place } from '../problems/problem.ts';

const pageRecord = z.strictObject({
  /** Every anchor of the page, with the keys that a note cites; none for other anchors. */
  anchors: z.record(z.string(), z.array(z.string())),
  /**
   * By anchor what each paragraph is known by, in the order in which they stood. A page that was recorded without has
   * none, and its paragraphs are numbered by their order.
   */
  paragraphs: z.record(z.string(), z.string()).optional(),
  /** Anchors that are gone, each with the one of the same page that took its place, or `withdrawn`. */
  retired: z.record(z.string(), z.string()).default({}),
});

const permalinks = z.strictObject({
  /** By address from the top of the site, `2019/09/essay/`; also of pages that were withdrawn. */
  pages: z.record(z.string(), pageRecord).default({}),
  /** Addresses of pages that are gone, each with the one that took its place, or `withdrawn`. */
  retired: z.record(z.string(), z.string()).default({}),
  /** What every cited key means: all by which its source can be recognised. */
  sources: z.record(z.string(), z.array(z.string())).default({}),
});

export type Permalinks = z.infer<typeof permalinks>;
export type PageRecord = z.infer<typeof pageRecord>;

export const permalinksFile = 'content/permalinks.json';

/** Why the register cannot be read, and from where on. */
export interface UnreadablePermalinks {
  readonly reason: string;
  readonly place: Place;
}

export function readPermalinks(text: string): Permalinks | UnreadablePermalinks {
  try {
    const parsed = permalinks.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const path = parsed.error.issues[0]?.path ?? [];
    const reason = `its “${path.join('.')}” is not as this site writes it`;
    return { reason, place: placeAt(text, indexOf(path, text)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = error.message.replace(/ in JSON at position.*| \(line \d+ column \d+\)$/, '');
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(error.message) ?? [];
    const end = placeAt(text, text.trimEnd().length);
    const place = line === undefined ? end : { line: Number(line), column: Number(column) };
    return { reason: `it is not JSON (${reason})`, place };
  }
}

/** Where a field of the register is named. */
function indexOf(path: readonly PropertyKey[], text: string): number {
  return path.reduce((from: number, name) => {
    const index = text.indexOf(JSON.stringify(String(name)), from);
    return index < 0 ? from : index;
  }, 0);
}

/** All by which the sources of `keys` can be recognised, as a register has them. */
export function identitiesOf(keys: readonly string[] = [], { sources }: Permalinks): string[] {
  return keys.flatMap((key) => entryOf(sources, key) ?? []);
}

/** What a record has by a name that an author gave: a heading may well be “Constructor”. */
export function entryOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The register as text: sorted, so that a change shows as the lines it changes. */
export function writePermalinks({ pages, retired, sources }: Permalinks): string {
  const sortedPages = Object.fromEntries(
    sortByKey(pages).map(([path, page]) => [
      path,
      {
        anchors: page.anchors,
        ...(page.paragraphs && { paragraphs: page.paragraphs }),
        retired: Object.fromEntries(sortByKey(page.retired)),
      },
    ]),
  );
  const sorted = {
    pages: sortedPages,
    retired: Object.fromEntries(sortByKey(retired)),
    sources: Object.fromEntries(sortByKey(sources)),
  };
  return `${JSON.stringify(sorted, null, 2).replace(/\[\s+("[^\]]*?")\s+\]/g, joinLines)}\n`;
}

/** Short lists on one line. */
function joinLines(_whole: string, items: string): string {
  return `[${items.replace(/\s*\n\s*/g, ' ')}]`;
}

function sortByKey<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
