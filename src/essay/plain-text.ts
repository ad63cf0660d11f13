import type { Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';

/** What `node` says, with a formula as its TeX and with white space folded. */
export function plainText(node: Nodes): string {
  const copy = structuredClone(node);
  visit(copy, 'element', (math) => {
    if (math.tagName !== 'math') return;
    math.children = [{ type: 'text', value: texOf(math) }];
  });
  return textOf(copy).replace(/\s+/g, ' ').trim();
}

/** The formula as it was typed, which MathML has beside the signs. */
function texOf(math: Nodes): string {
  let tex: string | undefined;
  visit(math, 'element', (node) => {
    if (node.tagName !== 'annotation') return undefined;
    tex = textOf(node);
    return EXIT;
  });
  return tex ?? textOf(math);
}
