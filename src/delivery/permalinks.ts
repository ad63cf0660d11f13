/**
 * The register of everything that was ever published: every page, every anchor, and what the notes cite. It
 * is a file among the content, kept by `npm run permalinks` and guarded by every build.
 */
import { z } from 'zod';

const pageRecord = z.strictObject({
  /** Every anchor of the page, with the keys that a note cites; none for other anchors. */
  anchors: z.record(z.string(), z.array(z.string())),
  /** Anchors that are gone, each with the one of the same page that took its place. */
  retired: z.record(z.string(), z.string()).default({}),
});

const permalinks = z.strictObject({
  /** By address from the top of the site: `2019/09/essay/`. */
  pages: z.record(z.string(), pageRecord).default({}),
  /** Addresses of pages that are gone, each with the one that took its place. */
  retired: z.record(z.string(), z.string()).default({}),
  /** What every cited key means: all by which its source can be recognised. */
  sources: z.record(z.string(), z.array(z.string())).default({}),
});

export type Permalinks = z.infer<typeof permalinks>;
export type PageRecord = z.infer<typeof pageRecord>;

export const permalinksFile = 'content/permalinks.json';

/** Reads the register, or says in a sentence what is wrong with it. */
export function readPermalinks(text: string): Permalinks | { reason: string } {
  try {
    const parsed = permalinks.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    return { reason: `its “${issue?.path.join('.')}” is not as this site writes it` };
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: `it is not JSON (${error.message})` };
    throw error;
  }
}

/** The register as text: sorted, so that a change shows as the lines it changes. */
export function writePermalinks({ pages, retired, sources }: Permalinks): string {
  const sortedPages = Object.fromEntries(
    sortByKey(pages).map(([path, page]) => [
      path,
      { anchors: page.anchors, retired: Object.fromEntries(sortByKey(page.retired)) },
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
