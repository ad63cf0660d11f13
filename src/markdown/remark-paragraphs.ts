import type { Nodes, Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import { numberParagraphs, type PublishedNumbers } from '../essay/number-paragraphs.ts';
import { paragraphPrint } from '../essay/paragraph-print.ts';
import './file-data.ts';

interface Options {
  /** What the register has of the essay; `undefined` for one that was never published. */
  readonly published: PublishedNumbers | undefined;
}

/**
 * Gives each top-level paragraph its anchor, which it keeps when others come before it.
 *
 * Output: `<p id="p3">`, `<p id="p3a">`; `file.data.paragraphs` lists them.
 */
export const remarkParagraphs: Plugin<[Options], Root> =
  ({ published }) =>
  (tree, file) => {
    const nodes = numberedParagraphs(tree);
    const prints = nodes.map((node) => paragraphPrint(wordsOf(node)));
    const anchors = numberParagraphs(prints, published);
    file.data.paragraphs = nodes.map((node, index) => {
      const anchor = anchors[index] ?? '';
      node.data = { ...node.data, hProperties: { id: anchor } };
      return { anchor, print: prints[index] ?? '' };
    });
  };

/** The paragraphs that have a number: not those of lists, quotations and notes, and no figure. */
export function numberedParagraphs(tree: Root): Paragraph[] {
  return tree.children.flatMap((node) =>
    node.type === 'paragraph' && node.data?.hName === undefined && !isElementAlone(node)
      ? [node]
      : [],
  );
}

/** An element of MDX alone on its lines, which MDX takes out of its paragraph. */
function isElementAlone({ children }: Paragraph): boolean {
  return children.every(
    (node) =>
      node.type === 'mdxJsxTextElement' ||
      node.type === 'mdxTextExpression' ||
      (node.type === 'text' && node.value.trim() === ''),
  );
}

/** What it says, without its markers, which a mended key would change. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
