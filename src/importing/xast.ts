/** Small questions to a tree of XML that several readers ask. */
import { visit } from 'unist-util-visit';
import type { Element, Root } from 'xast';

/** All of this name, at any depth, in the order of the text. */
export function elements(tree: Root | Element, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.name === name) found.push(node);
  });
  return found;
}

/** All of its words, with single spaces. */
export function wordsIn(node: Element | undefined): string {
  let words = '';
  if (node !== undefined)
    visit(node, ['text', 'cdata'], (each) => {
      if ('value' in each) words += each.value;
    });
  return words.replace(/\s+/g, ' ').trim();
}
