/** Address of the page of sources from the top of the site. */
export const sourcesPath = 'sources/';

/** The anchor of a source on that page: its key, but for what every page has already. */
export function sourceAnchor(key: string): string {
  return key === 'main' ? 'source-main' : key;
}

/**
 * The anchor of a letter there, for the links above the list: no key reads so. It is no permalink, since a letter goes
 * with its last source.
 */
export function letterAnchor(letter: string): string {
  return `-${letter}`;
}

export function isLetterAnchor(id: string): boolean {
  return /^-\p{L}\p{M}*$/u.test(id);
}
