import type { Root } from 'hast';
import type { Plugin } from 'unified';

/**
 * Puts the caption before a table into it, where HTML has it and nowhere else: Astro reads the text as HTML once more
 * before this, and would drop a `<caption>` that stands by itself.
 *
 * Input: `<table-caption>Trade</table-caption><table>…</table>`
 * Output: `<table><caption>Trade</caption>…</table>`
 */
export const rehypeTableCaptions: Plugin<[], Root> = () => (tree) => {
  for (let index = tree.children.length - 2; index >= 0; index -= 1) {
    const caption = tree.children[index];
    if (caption?.type !== 'element' || caption.tagName !== 'table-caption') continue;
    const table = tree.children.slice(index + 1).find(({ type }) => type === 'element');
    if (table?.type !== 'element' || table.tagName !== 'table') continue;
    table.children.unshift({ ...caption, tagName: 'caption' });
    tree.children.splice(index, tree.children.indexOf(table) - index);
  }
};
