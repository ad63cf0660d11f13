import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Says in the text itself which words keep a direction of their own, as no format but HTML has a mark for it: between
 * the signs that Unicode isolates them by (UAX 9).
 *
 * Input: `<span dir="ltr">Ahn, 2018.</span>`, `<bdi>نهر</bdi>`
 * Output: the same with U+2066 or U+2067 for the direction, or U+2068 for that of the words, before them, and U+2069
 * behind them
 */
export function isolateDirections<T extends Root | ElementContent>(tree: T): T {
  const copy = structuredClone(tree);
  visit(copy, 'element', (node) => {
    const sign = node.tagName === 'bdi' ? '\u{2068}' : signs.get(String(node.properties['dir']));
    if (sign === undefined) return undefined;
    // Between the paragraphs of a division, a sign would be a paragraph itself.
    for (const inner of node.tagName === 'div' ? paragraphsOf(node) : [node]) {
      inner.children.unshift({ type: 'text', value: sign });
      inner.children.push({ type: 'text', value: '\u{2069}' });
    }
    return node.tagName === 'bdi' ? SKIP : undefined;
  });
  return copy;
}

function paragraphsOf({ children }: Element): Element[] {
  return children
    .filter((child) => child.type === 'element')
    .filter(({ tagName }) => tagName === 'p');
}

const signs = new Map([
  ['ltr', '\u{2066}'],
  ['rtl', '\u{2067}'],
]);
