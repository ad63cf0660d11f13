import { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isTaken } from '../citations/anchors.ts';
import './file-data.ts';

/**
 * Gives every heading of the author its anchor, made as GitHub makes it from the words without their markers,
 * and keeps it from the anchors of the site: the notes, the paragraphs, the main part.
 *
 * Where the punctuation was set, `data-typed` has the words as they were typed, so that the anchor stays. A label of the
 * author's is the anchor; `data-number` becomes the number before the words.
 *
 * Input: `<h2>Notes</h2>`, `<h2>Aid</h2>`, `<h3>Aid</h3>`
 * Output: `<h2 id="section-notes">`, `<h2 id="aid">`, `<h3 id="aid-1">`; `file.data.headings` lists them.
 */
export const rehypeHeadings: Plugin<[], Root> = () => (tree, file) => {
  const used = new Set([
    ...(file.data.paragraphs ?? []).map(({ anchor }) => anchor),
    ...(file.data.labels ?? []),
  ]);
  const headings: { depth: number; anchor: string; text: string }[] = [];
  visit(tree, 'element', (node) => {
    if ('dataFootnotes' in node.properties) return SKIP;
    const [, depth] = /^h([1-6])$/.exec(node.tagName) ?? [];
    if (depth === undefined) return undefined;
    const text = wordsOf(node);
    const { dataTyped: typed, dataNumber: number, id, ...properties } = node.properties;
    const anchor =
      typeof id === 'string' ? id : freeAnchor(typeof typed === 'string' ? typed : text, used);
    used.add(anchor);
    node.properties = { ...properties, id: anchor };
    const lead = typeof number === 'string' ? `${number}${space}` : '';
    if (lead !== '')
      node.children.unshift(h('span', { className: ['label'] }, lead.trimEnd()), {
        type: 'text',
        value: space,
      });
    headings.push({ depth: Number(depth), anchor, text: lead + text });
    return SKIP;
  });
  file.data.headings = headings;
};

/** Wider than between words (U+2002). */
const space = '\u{2002}';

/** What a heading says, without the numbers of its notes. */
function wordsOf(heading: Element): string {
  const words = structuredClone(heading);
  visit(words, 'element', (node, index, parent) => {
    const [marker] = node.children;
    const isMarker = node.tagName === 'sup' && marker?.type === 'element' && marker.tagName === 'a';
    if (!isMarker || index === undefined) return undefined;
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
