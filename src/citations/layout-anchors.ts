/** Anchors that a page has from its layout, and not from the text of an essay. They are published: none may change. */
export const layoutAnchors = {
  main: 'main',
  contents: 'contents',
  editorialRemarks: 'editorial-remarks',
  citeThis: 'cite-this',
  corrections: 'essay-corrections',
  listOfSources: 'list-of-sources',
} as const;

const all: ReadonlySet<string> = new Set(Object.values(layoutAnchors));

export function isOfLayout(anchor: string): boolean {
  return all.has(anchor);
}
