import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { readableAddress } from '../bibliography/readable-address.ts';

/**
 * Shows an address that stands in the text as people read it.
 *
 * Input: `<a href="https://example.org/%E5%B7%9D">https://example.org/%E5%B7%9D</a>`
 * Output: `<a href="https://example.org/%E5%B7%9D">https://example.org/川</a>`
 */
export const rehypeReadableAddresses: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', ({ tagName, properties, children: [words] }) => {
    if (tagName !== 'a' || words?.type !== 'text') return;
    if (words.value === properties['href']) words.value = readableAddress(words.value);
  });
};
