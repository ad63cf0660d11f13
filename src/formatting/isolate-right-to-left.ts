import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** Words of scripts that are written from right to left, with the digits and signs of their own between them. */
const words = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;
const run = new RegExp(`(?=\\p{L})${words.source}(?:\\p{M}|[ _’'-]?${words.source})*`, 'gu');

/**
 * Keeps every such word of a reference in its place: without it, signs and years between two of them would go over to
 * their side, and “الكاتب, سمير, 2015” be read from its end.
 *
 * Input: `الكاتب, سمير, 2015`
 * Output: `<bdi>الكاتب</bdi>, <bdi>سمير</bdi>, 2015`
 */
export function isolateRightToLeft(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') {
      if (node.properties['dir'] !== undefined) return [node];
      return [{ ...node, children: isolateRightToLeft(node.children) }];
    }
    if (node.type !== 'text') return [node];
    const isolated: ElementContent[] = [];
    let from = 0;
    for (const { 0: found, index } of node.value.matchAll(run)) {
      if (index > from) isolated.push({ type: 'text', value: node.value.slice(from, index) });
      isolated.push(h('bdi', found));
      from = index + found.length;
    }
    if (from === 0) return [node];
    const rest = node.value.slice(from);
    return rest === '' ? isolated : [...isolated, { type: 'text', value: rest }];
  });
}
