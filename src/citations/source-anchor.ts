/** Address of the page of sources from the top of the site. */
export const sourcesPath = 'sources/';

/** The anchor of a source on that page: its key, but for what every page has already. */
export function sourceAnchor(key: string): string {
  return key === 'main' ? 'source-main' : key;
}
