import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { replaceText } from './replace-text.ts';

/**
 * Makes every occurrence of one of `addresses` in the text of `nodes` a link to it: only an address that the
 * bibliography gives becomes one.
 */
export function linkAddresses(
  nodes: readonly ElementContent[],
  addresses: readonly string[],
): ElementContent[] {
  // The longest first: one address may begin with another.
  const safe = addresses.filter(isWebAddress).sort((a, b) => b.length - a.length);
  return safe.reduce(
    (linked, address) => replaceText(linked, address, () => [h('a', { href: address }, address)]),
    [...nodes],
  );
}

/** A link is followed by a click, so no scheme but the web's own (never `javascript:` or `data:`). */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
