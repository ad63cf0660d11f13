import type { Nodes } from 'mdast';
import { sentencesAt } from '../citations/sentences.ts';

/** A marker with the nodes around it, from the outermost inwards. */
export interface PlacedMarker {
  readonly node: Nodes;
  readonly ancestors: readonly Nodes[];
}

/** The sentence of each marker: plain text of the block it stands in, without the markers themselves. */
export function citingSentences(markers: readonly PlacedMarker[], lang: string): string[] {
  const sentences = new Map<Nodes, string>();
  for (const [block, inside] of Map.groupBy(markers, blockOf)) {
    const { text, offsets } = readBlock(block);
    const places = inside.map(({ node }) => offsets.get(node) ?? 0);
    const found = sentencesAt(text, places, lang);
    inside.forEach(({ node }, index) => {
      sentences.set(node, found[index] ?? '');
    });
  }
  return markers.map(({ node }) => sentences.get(node) ?? '');
}

/** The paragraph, or whatever else directly holds the words around a marker. */
function blockOf({ node, ancestors }: PlacedMarker): Nodes {
  return (
    ancestors.findLast(({ type }) => ['paragraph', 'tableCell', 'heading'].includes(type)) ??
    ancestors.at(-1) ??
    node
  );
}

function isText(
  node: Nodes,
): node is Extract<Nodes, { type: 'text' | 'inlineCode' | 'inlineMath' }> {
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath';
}

function readBlock(block: Nodes): { text: string; offsets: Map<Nodes, number> } {
  const offsets = new Map<Nodes, number>();
  let text = '';
  const read = (node: Nodes): void => {
    if (node.type === 'citation' || node.type === 'footnoteReference') {
      offsets.set(node, text.length);
    } else if (isText(node)) text += node.value;
    else if (node.type === 'break') text += ' ';
    else if ('children' in node) node.children.forEach(read);
  };
  read(block);
  return { text, offsets };
}
