import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The numbers of all headings but those of Pandoc's class `unnumbered`: `1`, `1.1`, `2`. */
export function numberHeadings(tree: Root): Map<Heading, string> {
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => {
    if (node.data?.attributes?.classes.includes('unnumbered') !== true) headings.push(node);
  });
  const top = headings.reduce((least, { depth }) => Math.min(least, depth), 6);
  const counts: number[] = [];
  return new Map(
    headings.map((node) => {
      const level = node.depth - top;
      counts.length = level + 1;
      counts[level] = (counts[level] ?? 0) + 1;
      // Of a level that was left out there is none.
      return [node, Array.from(counts, (count) => count ?? 0).join('.')];
    }),
  );
}
