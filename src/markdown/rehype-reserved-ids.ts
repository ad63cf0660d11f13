import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/**
 * Keeps headings of the author from taking the anchors of the site: the notes, the paragraphs, the main part.
 *
 * Input: `<h2>Notes</h2>`
 * Output: `<h2 id="section-notes">Notes</h2>`; other headings are left to Astro.
 */
export const rehypeReservedIds: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/.test(node.tagName) || node.properties['id'] !== undefined) return;
    const id = textOf(node).trim().toLowerCase().replaceAll(' ', '-');
    if (reserved.test(id)) node.properties['id'] = `section-${id}`;
  });
};

const reserved = /^(?:main|notes|editorial-remarks|cite-this|p\d+|fn-.*|fnref-.*)$/;
