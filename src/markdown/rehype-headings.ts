import { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isTaken } from '../citations/anchors.ts';
import './file-data.ts';

/**
 * Gives every heading of the author its anchor, made as GitHub makes it from the words without their markers,
 * and keeps it from the anchors of the site: the notes, the paragraphs, the main part.
 *
 * Where the punctuation was set, `data-typed` has the words as they were typed, so that the anchor stays.
 *
 * Input: `<h2>Notes</h2>`, `<h2>Aid</h2>`, `<h3>Aid</h3>`
 * Output: `<h2 id="section-notes">`, `<h2 id="aid">`, `<h3 id="aid-1">`; `file.data.headings` lists them.
 */
export const rehypeHeadings: Plugin<[], Root> = () => (tree, file) => {
  const used = new Set((file.data.paragraphs ?? []).map(({ anchor }) => anchor));
  const headings: { depth: number; anchor: string; text: string }[] = [];
  visit(tree, 'element', (node) => {
    if ('dataFootnotes' in node.properties) return SKIP;
    const [, depth] = /^h([1-6])$/.exec(node.tagName) ?? [];
    if (depth === undefined) return undefined;
    const text = wordsOf(node);
    const { dataTyped: typed, ...properties } = node.properties;
    const anchor = freeAnchor(typeof typed === 'string' ? typed : text, used);
    used.add(anchor);
    node.properties = { ...properties, id: anchor };
    headings.push({ depth: Number(depth), anchor, text });
    return SKIP;
  });
  file.data.headings = headings;
};

/** What a heading says, without the numbers of its notes. */
function wordsOf(heading: Element): string {
  const words = structuredClone(heading);
  visit(words, 'element', (node, index, parent) => {
    if (node.tagName !== 'sup' || index === undefined) return undefined;
    parent?.children.splice(index, 1);
    return [SKIP, index];
  });
  return textOf(words).replace(/\s+/g, ' ').trim();
}

function freeAnchor(text: string, used: ReadonlySet<string>): string {
  const plain = slug(text) || 'section';
  const base = isTaken(plain) ? `section-${plain}` : plain;
  if (!used.has(base)) return base;
  for (let turn = 1; ; turn += 1) {
    if (!used.has(`${base}-${turn}`)) return `${base}-${turn}`;
  }
}
