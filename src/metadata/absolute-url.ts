/** An address of the site in full; nothing when it is not known where the site is (`top`). */
export function absoluteUrl(path: string, top: string | undefined): string | undefined {
  // A site in a sub-folder may be given without the slash at its end, which a relative address needs.
  return top === undefined ? undefined : new URL(path, top.replace(/\/?$/, '/')).href;
}
