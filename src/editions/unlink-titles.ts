import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** Makes the address of a source its link again, as on paper, and its title none beside it. */
export function unlinkTitles(item: Element): void {
  const addresses = new Set<unknown>();
  visit(item, 'element', (node) => {
    if (node.tagName === 'a' && isAddress(node)) addresses.add(node.properties['href']);
  });
  visit(item, 'element', (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const isTitle =
      node.tagName === 'a' && !isAddress(node) && addresses.has(node.properties['href']);
    const isBox = node.tagName === 'span' && isAddress(node);
    if (!isTitle && !isBox) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

function isAddress({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('address');
}
