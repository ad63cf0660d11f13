import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';

/**
 * Lets what may be wider than a phone be scrolled by keyboard, too (WCAG 2.1.1).
 *
 * Input: `<table>`, `<pre>`
 * Output: `<div class="wide" tabindex="0"><table>…</div>`, `<pre class="wide" tabindex="0">`
 */
export const rehypeWideBlocks: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'table') return h('div', wide, node);
    if (node.tagName === 'pre') node.properties = { ...node.properties, ...wide };
    return node;
  });
};

const wide = { className: ['wide'], tabIndex: 0 };
