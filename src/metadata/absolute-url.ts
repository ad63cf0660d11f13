/** An address of the site in full; nothing when it is not known where the site is (`top`). */
export function absoluteUrl(path: string, top: string | undefined): string | undefined {
  // A site in a sub-folder may be given without the slash at its end, which a relative address needs.
  return top === undefined ? undefined : new URL(path, top.replace(/\/?$/, '/')).href;
}

/**
 * Where a link leads that stands on the page at `path` from the top of the site, whose full address is `url`; nothing
 * when that is not known. One that begins with a slash is from the top of the site, which may be a folder of its host.
 */
export function linkedUrl(link: string, path: string, url: string | undefined): string | undefined {
  const isFromTop = /^\/(?!\/)/.test(link);
  const relative = isFromTop ? '../'.repeat(path.split('/').length - 1) + link.slice(1) : link;
  return URL.canParse(relative, url) ? new URL(relative, url).href : undefined;
}
