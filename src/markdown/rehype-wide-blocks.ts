import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * Lets what may be wider than a phone be scrolled by keyboard, too (WCAG 2.1.1).
 *
 * Input: `<table>`, `<math>`, `<pre>`
 * Output: `<div class="wide" tabindex="0"><table>…</div>`, the same of a formula, `<pre class="wide" tabindex="0">`
 */
export const rehypeWideBlocks: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.map(asWide);
  visit(tree, 'element', (node) => {
    if (hasClass(node, 'division')) node.children = node.children.map(asWide);
  });
};

function asWide<T extends RootContent>(node: T): T | Element {
  if (node.type !== 'element') return node;
  if (node.tagName === 'table' || node.tagName === 'math') return h('div', wide, node);
  if (hasClass(node, 'equation'))
    node.properties = { ...node.properties, ...wide, className: ['wide', 'equation'] };
  if (node.tagName === 'pre') node.properties = { ...node.properties, ...wide };
  return node;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

const wide = { className: ['wide'], tabIndex: 0 };
