import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';

/**
 * Makes a figure of every picture that stands alone, and lets what may be wider than a phone be scrolled by
 * keyboard, too (WCAG 2.1.1).
 *
 * Input: `<img src alt title="The border">`, `<table>`, `<pre>`
 * Output: `<figure><img src alt><figcaption>The border</figcaption></figure>`,
 * `<div class="wide" tabindex="0"><table>…</div>`, `<pre class="wide" tabindex="0">`
 */
export const rehypeWideBlocks: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'img') return figureOf(node);
    if (node.tagName === 'table') return h('div', wide, node);
    if (node.tagName === 'pre') node.properties = { ...node.properties, ...wide };
    return node;
  });
};

const wide = { className: ['wide'], tabIndex: 0 };

/** The title of a picture, `![…](tumen.jpg "The border")`, is its caption. */
function figureOf(image: Element): Element {
  const { title, ...properties } = image.properties;
  const caption = typeof title === 'string' ? [h('figcaption', title)] : [];
  return h('figure', { ...image, properties }, ...caption);
}
