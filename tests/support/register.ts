import type { Permalinks } from '../../src/permalinks/permalinks.ts';

interface RestOfRegister {
  /** Anchors that are gone, by page, each with the one that took its place. */
  readonly retiredAnchors?: Readonly<Record<string, Record<string, string>>>;
  /** Pages that are gone, likewise. */
  readonly retired?: Record<string, string>;
  /** What the sources can be recognised by, by key. */
  readonly sources?: Record<string, string[]>;
}

/** A register of `pages`, which has by address the anchors of each page with the keys they cite. */
export function register(
  pages: Readonly<Record<string, Record<string, string[]>>>,
  { retiredAnchors = {}, retired = {}, sources = {} }: RestOfRegister = {},
): Permalinks {
  const records = Object.entries(pages).map(([path, anchors]) => {
    return [path, { anchors, retired: retiredAnchors[path] ?? {} }] as const;
  });
  return { pages: Object.fromEntries(records), retired, sources };
}
