/** The register after a build: what is new is recorded, what is gone is retired to what took its place. */
import { keepParagraphs, numberAsBefore } from './keep-paragraphs.ts';
import { lostPermalinks } from './lost-permalinks.ts';
import { entryOf, type PageRecord, type Permalinks } from './permalinks.ts';
import { successorOf } from './successor.ts';
import { withdrawn } from './withdrawn.ts';

export interface UpdatedPermalinks {
  readonly permalinks: Permalinks;
  /** What was retired: old and new, as `2019/09/essay/#fn-old` or as an address. */
  readonly retired: readonly (readonly [string, string])[];
  /** What is gone and was not retired, as nothing is likely to have taken its place. */
  readonly left: readonly string[];
}

/**
 * `redirects` say what took the place of what, as `2019/09/essay/#fn-old` to `fn-new` or address to address;
 * where they say nothing, the likely successor does.
 */
export function updatePermalinks(
  recorded: Permalinks,
  published: Permalinks,
  redirects: ReadonlyMap<string, string>,
): UpdatedPermalinks {
  const retired: (readonly [string, string])[] = [];
  const left: string[] = [];
  const retiredPages = withoutReturned(recorded.retired, published);
  const retiredAnchors = new Map<string, Record<string, string>>();
  // The author's word that another note took the place of one: from now on it means what that one means.
  const redirectedKeys = new Map<string, Record<string, string[]>>();
  for (const { page, anchor, successor } of lostPermalinks(recorded, published)) {
    const name = anchor === undefined ? page : `${page}#${anchor}`;
    const target = redirects.get(name) ?? successor;
    if (target === undefined) {
      left.push(name);
      continue;
    }
    retired.push([name, target]);
    if (anchor === undefined) retiredPages[page] = target;
    else retiredAnchors.set(page, { ...retiredAnchors.get(page), [anchor]: target });
    if (anchor !== undefined && redirects.has(name)) {
      const keys = entryOf(published.pages[page]?.anchors ?? {}, target) ?? [];
      redirectedKeys.set(page, { ...redirectedKeys.get(page), [anchor]: keys });
    }
  }
  // The record of a page that was withdrawn stays with it, for the day it comes back.
  const movedPages = Object.fromEntries(
    Object.entries(retiredPages).filter(([, target]) => target !== withdrawn),
  );
  const homeOf = (path: string) => successorOf(path, movedPages);
  const moved = new Map(
    Object.entries(recorded.pages).flatMap(([path, page]) =>
      Object.hasOwn(recorded.pages, homeOf(path)) ? [] : [[homeOf(path), page] as const],
    ),
  );
  const pages: Record<string, PageRecord> = {};
  for (const path of [...Object.keys(recorded.pages), ...Object.keys(published.pages)]) {
    // What was on a page that moved is on the page it moved to.
    const home = homeOf(path);
    const before = recorded.pages[home] ?? moved.get(home);
    const now = published.pages[home];
    const numbered = now && moved.has(home) && before ? numberAsBefore(now, before) : now;
    const retired = {
      ...pages[home]?.retired,
      ...recorded.pages[path]?.retired,
      ...retiredAnchors.get(path),
    };
    const paragraphs = keepParagraphs(before?.paragraphs, numbered?.paragraphs, retired);
    pages[home] = {
      anchors: {
        ...pages[home]?.anchors,
        ...recorded.pages[path]?.anchors,
        ...numbered?.anchors,
        // The page may have an alias for it, which is nothing new.
        ...keysOfRetired(recorded.pages[path]),
        ...redirectedKeys.get(path),
      },
      ...(paragraphs && { paragraphs }),
      retired,
    };
  }
  return {
    permalinks: {
      pages,
      retired: retiredPages,
      sources: { ...recorded.sources, ...published.sources },
    },
    retired,
    left,
  };
}

/** What was retired means what it came to mean then. */
function keysOfRetired({ anchors, retired }: PageRecord = { anchors: {}, retired: {} }) {
  return Object.fromEntries(
    Object.entries(anchors).filter(([anchor]) => Object.hasOwn(retired, anchor)),
  );
}

/** A page that was withdrawn may come back. */
function withoutReturned(
  retired: Permalinks['retired'],
  { pages }: Permalinks,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(retired).filter(
      ([path, now]) => now !== withdrawn || !Object.hasOwn(pages, path),
    ),
  );
}
