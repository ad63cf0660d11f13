import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { readableAddress } from '../bibliography/readable-address.ts';
import type { RobustLink } from '../bibliography/robust-link.ts';
import { replaceText } from './replace-text.ts';

/**
 * Makes every occurrence of the address of one of `links` in the text of `nodes` a link to it: only an address
 * that the bibliography gives becomes one. It is shown as people read it, and followed as it is given.
 *
 * Output: `<a href="…" data-originalurl="…" data-versionurl="…" data-versiondate="2019-05-02">…</a>`
 */
export function linkAddresses(
  nodes: readonly ElementContent[],
  links: readonly RobustLink[],
): ElementContent[] {
  // The longest first: one address may begin with another.
  const sorted = links.toSorted((a, b) => b.originalUrl.length - a.originalUrl.length);
  return sorted.reduce(
    (linked, link) =>
      replaceText(linked, link.originalUrl, () => [
        h('a', linkProperties(link), readableAddress(link.originalUrl)),
      ]),
    [...nodes],
  );
}

/** The attributes of a robust link, with names as Robust Links 1.0 has them. */
export function linkProperties({ originalUrl, versionUrl, versionDate }: RobustLink) {
  return {
    href: originalUrl,
    dataOriginalurl: originalUrl,
    dataVersionurl: versionUrl,
    ...(versionDate !== undefined && { dataVersiondate: versionDate }),
  };
}
