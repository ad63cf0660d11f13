import type {
  BlockContent,
  Blockquote,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { Plugin } from 'unified';
import { inDivisions } from './in-divisions.ts';
import { splitLines, withoutLead } from './split-lines.ts';

/**
 * Makes definition lists of terms with lines below them that begin with a colon, as Pandoc does. An empty line may stand
 * between the two. https://pandoc.org/MANUAL.html#definition-lists
 *
 * Input: `Tumen⏎: The river.⏎: A port on it.`
 * Output: what becomes `<dl><dt>Tumen</dt><dd>The river.</dd><dd>A port on it.</dd></dl>`
 */
export const remarkDefinitionLists: Plugin<[], Root> = () => (tree) => {
  inDivisions(tree, withLists);
};

function withLists(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const node of nodes) {
    const before = blocks.at(-1);
    const items = node.type === 'paragraph' ? itemsOf(node, before) : undefined;
    if (items === undefined) {
      blocks.push(node);
      continue;
    }
    // Its term stands in the paragraph before it.
    if (!items.some(isTerm) && !isList(before)) blocks.splice(-1, 1);
    const term = items.some(isTerm) || isList(before) ? [] : termOf(before);
    const last = blocks.at(-1);
    if (isList(last)) last.children.push(...term, ...items);
    else blocks.push(list([...term, ...items]));
  }
  return blocks;
}

const lead = /^:[ \t]+/;

/** Terms and definitions in the lines of a paragraph; `undefined` for one that has none. */
function itemsOf(node: Paragraph, before: RootContent | undefined): BlockContent[] | undefined {
  if (node.data?.hName !== undefined) return undefined;
  const lines = splitLines(node.children);
  const [first, second] = lines;
  if (first === undefined) return undefined;
  const isBare = withoutLead(first, lead) !== undefined;
  if (isBare && !isList(before) && !isOneLine(before)) return undefined;
  if (!isBare && (second === undefined || withoutLead(second, lead) === undefined))
    return undefined;
  const items: { hName: 'dt' | 'dd'; children: PhrasingContent[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const words = withoutLead(line, lead);
    if (words !== undefined) items.push({ hName: 'dd', children: words });
    else if (index === 0) items.push({ hName: 'dt', children: line });
    // What goes on in the next line.
    else items.at(-1)?.children.push({ type: 'text', value: '\n' }, ...line);
  }
  return items.map(({ hName, children }) => ({ type: 'paragraph', data: { hName }, children }));
}

function isOneLine(node: RootContent | undefined): node is Paragraph {
  return (
    node?.type === 'paragraph' &&
    node.data?.hName === undefined &&
    splitLines(node.children).length === 1
  );
}

function termOf(node: RootContent | undefined): BlockContent[] {
  return isOneLine(node) ? [{ ...node, data: { hName: 'dt' } }] : [];
}

function isTerm(node: BlockContent): boolean {
  return node.data?.hName === 'dt';
}

function isList(node: RootContent | undefined): node is Blockquote {
  return node?.type === 'blockquote' && node.data?.hName === 'dl';
}

function list(children: BlockContent[]): Blockquote {
  return { type: 'blockquote', data: { hName: 'dl' }, children };
}
