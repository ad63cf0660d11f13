import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { splitLines, withoutLead } from './split-lines.ts';

/**
 * Keeps the lines of verse, and the space before them, where each begins with a bar: Pandoc's line blocks.
 * https://pandoc.org/MANUAL.html#line-blocks
 *
 * Input: `| The river runs⏎|   to the sea.`
 * Output: what becomes `<div class="line-block">The river runs<br>  to the sea.</div>`, the space in it unbreakable
 */
export const remarkVerse: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'paragraph', (node) => {
    const lines = splitLines(node.children).map((line) => withoutLead(line, /^\|(?: |$)/));
    if (!lines.every((line) => line !== undefined)) return;
    makeVerse(node, lines);
  });
};

function makeVerse(node: Paragraph, lines: readonly PhrasingContent[][]): void {
  node.data = { ...node.data, hName: 'div', hProperties: { className: ['line-block'] } };
  node.children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? indented(line) : [{ type: 'break' }, ...indented(line)],
  );
}

function indented([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first === undefined) return [];
  if (first.type !== 'text') return [first, ...rest];
  const value = first.value.replace(/^ +/, (spaces) => '\u{A0}'.repeat(spaces.length));
  return [{ ...first, value }, ...rest];
}
