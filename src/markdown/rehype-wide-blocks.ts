import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';

/**
 * Lets what may be wider than a phone be scrolled by keyboard, too (WCAG 2.1.1).
 *
 * Input: `<table>`, `<math>`, `<pre>`
 * Output: `<div class="wide" tabindex="0"><table>…</div>`, the same of a formula, `<pre class="wide" tabindex="0">`
 */
export const rehypeWideBlocks: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'table' || node.tagName === 'math') return h('div', wide, node);
    if (isEquation(node))
      node.properties = { ...node.properties, ...wide, className: ['wide', 'equation'] };
    if (node.tagName === 'pre') node.properties = { ...node.properties, ...wide };
    return node;
  });
};

/** A formula with its number. */
function isEquation({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('equation');
}

const wide = { className: ['wide'], tabIndex: 0 };
