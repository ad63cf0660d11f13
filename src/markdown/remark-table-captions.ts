import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Plugin } from 'unified';
import { attributeProblems, languageProperties } from './attribute-properties.ts';
import { report } from './file-data.ts';
import { inDivisions } from './in-divisions.ts';
import { type AttributesNode, typedAttributes } from './mdast-attributes.ts';

/**
 * Makes captions of tables of what Pandoc takes for them: a paragraph that begins with a colon, below the table or
 * above it. GFM takes one right below for a row.
 *
 * Input: a table, and below it `: Trade, in *thousands*.[@kim2019] {#tbl-trade}`
 * Output: the table with `data.attributes`, and before it, as it is read, what becomes a `<table-caption>`, of which
 * `rehype-table-captions.ts` makes its `<caption>`
 */
export const remarkTableCaptions: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  const label: Labeller = (table, node) => {
    report(file, attributeProblems(node, file.data.name ?? ''));
    const hProperties = languageProperties(node.attributes, file.data.lang ?? 'en');
    table.data = { ...table.data, hProperties, attributes: typedAttributes(node) };
  };
  inDivisions(tree, (blocks) => withCaptions(blocks, source, label));
};

/** Gives a table the attributes at the end of its caption. */
type Labeller = (table: Table, node: AttributesNode) => void;

function withCaptions(
  nodes: readonly RootContent[],
  source: string,
  label: Labeller,
): RootContent[] {
  const blocks: RootContent[] = [];
  for (const [index, node] of nodes.entries()) {
    const last = blocks.at(-1);
    const next = nodes[index + 1];
    const words = node.type === 'paragraph' ? captionIn(node.children) : undefined;
    const isBare = last?.type === 'table' && !isTableCaption(blocks.at(-2));
    if (words !== undefined && isBare) {
      blocks.splice(-1, 0, captionOf(last, words, node, label));
    } else if (words !== undefined && next?.type === 'table') {
      blocks.push(captionOf(next, words, node, label));
    } else if (node.type === 'table') blocks.push(...withCaptionRow(node, source, label));
    else blocks.push(node);
  }
  return blocks;
}

export function isTableCaption(node: Nodes | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.data?.hName === 'table-caption';
}

const lead = /^(?:[Tt]able)?:[ \t]+/;

/** The words of a caption, without its colon; `undefined` for what is none. */
function captionIn(nodes: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text' || !lead.test(first.value)) return undefined;
  return [withoutLead(first), ...rest];
}

function withoutLead(text: Extract<Nodes, { type: 'text' }>): PhrasingContent {
  const value = text.value.replace(lead, '');
  const length = text.value.length - value.length;
  if (text.position === undefined) return { ...text, value };
  const { start, end } = text.position;
  const moved = {
    ...start,
    column: start.column + length,
    ...(start.offset !== undefined && { offset: start.offset + length }),
  };
  return { ...text, value, position: { start: moved, end } };
}

function captionOf(
  table: Table,
  words: PhrasingContent[],
  { position }: Nodes,
  label: Labeller,
): Paragraph {
  const last = words.at(-1);
  const children = last?.type === 'attributes' ? trimEnd(words.slice(0, -1)) : words;
  if (last?.type === 'attributes') label(table, last);
  return {
    type: 'paragraph',
    data: { hName: 'table-caption' },
    children,
    ...(position && { position }),
  };
}

function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value }];
}

/** The last row is the caption when it has no bar before its colon, and nothing behind one. */
function withCaptionRow(table: Table, source: string, label: Labeller): RootContent[] {
  const row = table.children.length > 1 ? table.children.at(-1) : undefined;
  const [cell] = row?.children ?? [];
  const isCaption = source[row?.position?.start.offset ?? -1] === ':';
  const isAlone = row?.children.slice(1).every(({ children }) => children.length === 0);
  const words = isCaption && isAlone ? captionIn(cell?.children ?? []) : undefined;
  if (row === undefined || words === undefined) return [table];
  table.children.pop();
  return [captionOf(table, words, row, label), table];
}
