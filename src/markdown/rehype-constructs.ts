import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { type Construct, constructs } from '../essay/constructs.ts';
import './file-data.ts';

/** Notes, as `file.data.constructs`, what an essay has of that which few have, so that only its page has styles for it. */
export const rehypeConstructs: Plugin<[], Root> = () => (tree, file) => {
  const found = new Set<Construct>();
  visit(tree, 'element', (node) => {
    for (const construct of constructs) if (isOf(node, construct)) found.add(construct);
  });
  file.data.constructs = constructs.filter((construct) => found.has(construct));
};

function isOf({ tagName, properties: { className } }: Element, construct: Construct): boolean {
  switch (construct) {
    case 'wide':
      return ['table', 'math', 'pre'].includes(tagName);
    case 'table':
    case 'caption':
      return tagName === construct;
    case 'definitions':
      return tagName === 'dl';
    case 'formula':
      return tagName === 'math';
    case 'subscript':
      return tagName === 'sub';
    default:
      return Array.isArray(className) && className.includes(construct);
  }
}
