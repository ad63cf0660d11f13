/**
 * A link from one page of the site to another that works wherever the site is put: on any host, in any folder,
 * and from a disk, where a link to a folder would show its files. So it names the file.
 *
 * Both are paths from the top of the site without a leading slash, of a file or of the folder that a page is
 * the `index.html` of; the top itself is ''.
 */
export function relativeLink(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const file = /(?:^|\/)$/.test(to) ? `${to}index.html` : to;
  const parts = file.split('/');
  const differing = folders.findIndex((folder, depth) => folder !== parts[depth]);
  const shared = differing === -1 ? folders.length : differing;
  return '../'.repeat(folders.length - shared) + parts.slice(shared).join('/');
}

/**
 * The link from any page of the site to another. A host serves `404.html` at addresses of any depth, where no relative
 * link holds, and the site does not know in which folder of a host it stands: that page links to the address
 * that the site is published at, and to nothing when that is not set, since a guess may be another's site.
 */
export function siteLink(from: string, to: string, site: string | undefined): string | undefined {
  if (from !== '404.html') return relativeLink(from, to);
  return site && site.replace(/\/?$/, '/') + to;
}
