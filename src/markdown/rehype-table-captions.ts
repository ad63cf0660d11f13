import type { Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * Puts the caption before a table into it, where HTML has it and nowhere else: Astro reads the text as HTML once more
 * before this, and would drop a `<caption>` that stands by itself.
 *
 * Input: `<table-caption>Trade</table-caption><table>…</table>`
 * Output: `<table><caption>Trade</caption>…</table>`
 */
export const rehypeTableCaptions: Plugin<[], Root> = () => (tree) => {
  moveCaptions(tree);
  visit(tree, 'element', moveCaptions);
};

function moveCaptions({ children }: Parents): void {
  for (let index = children.length - 2; index >= 0; index -= 1) {
    const caption = children[index];
    if (caption?.type !== 'element' || caption.tagName !== 'table-caption') continue;
    const table = children.slice(index + 1).find(({ type }) => type === 'element');
    if (table?.type !== 'element' || table.tagName !== 'table') continue;
    table.children.unshift({ ...caption, tagName: 'caption' });
    children.splice(index, children.indexOf(table) - index);
  }
}
