/** What the notes of an essay cite, in the places where it will be printed. */
import type { Nodes, Parents, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Citation } from '../citations/citation.ts';
import type { NoteReference } from '../citations/notes.ts';
import { type PlacedCitation, placeAlone, placeCitations } from '../citations/positions.ts';
import type { CitationNode } from './mdast-citation.ts';

/** A marker of the prose. */
export interface Marker {
  readonly node: Nodes;
  readonly parent: Parents;
  readonly reference: NoteReference;
}

/** What each note cites, in the order of their numbers, each citation at its position. */
export function placeByNote(
  markers: readonly Marker[],
  numbers: readonly number[],
  count: number,
): PlacedCitation[][] {
  const cited = Array.from({ length: count }, (_, index): readonly Citation[] => {
    const reference = markers[numbers.indexOf(index + 1)]?.reference;
    if (reference === undefined) return [];
    return reference.kind === 'citation' ? [reference.citation] : reference.cites;
  });
  return placeCitations(cited);
}

/**
 * Puts a GFM reference at every marker and a citation element into every note that cites. `placed` has what each note
 * cites; the answer has the same in the order of the elements.
 */
export function replaceCitations(
  tree: Root,
  markers: readonly Marker[],
  numbers: readonly number[],
  placed: readonly (readonly PlacedCitation[])[],
): PlacedCitation[] {
  const citations: PlacedCitation[] = [];
  const noteNumbers = new Map<string, number>();
  const defined = new Set<number>();
  /** Stands for a citation until it is formatted: `<span data-citation="2">`; `place` says where it stands. */
  const elementFor = (
    each: PlacedCitation,
    place: Readonly<Record<string, string>> = {},
  ): CitationNode => {
    const hProperties = { dataCitation: String(citations.push(each) - 1), ...place };
    const { citation } = each;
    return {
      type: 'citation',
      value: '',
      citation,
      faults: [],
      data: { hName: 'span', hProperties },
    };
  };
  markers.forEach(({ node, parent, reference }, index) => {
    const number = numbers[index] ?? 0;
    const identifier = String(number);
    if (node.type === 'footnoteReference') noteNumbers.set(node.identifier, number);
    const siblings: Nodes[] = parent.children;
    siblings[siblings.indexOf(node)] = { type: 'footnoteReference', identifier, label: identifier };
    const [citation] = placed[number - 1] ?? [];
    if (reference.kind === 'discursive' || defined.has(number) || citation === undefined) return;
    defined.add(number);
    tree.children.push({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: [{ type: 'paragraph', children: [elementFor(citation)] }],
    });
  });
  const used = new Map<number, number>();
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'footnoteDefinition') {
      node.identifier = String(noteNumbers.get(node.identifier) ?? node.identifier);
    }
    if (node.type === 'citation' && node.data === undefined) {
      const note = ancestors.find(({ type }) => type === 'footnoteDefinition');
      const number = note?.type === 'footnoteDefinition' ? Number(note.identifier) : 0;
      const index = used.get(number) ?? 0;
      used.set(number, index + 1);
      const siblings: Nodes[] = ancestors.at(-1)?.children ?? [];
      // A note that is never used is reported; it has no position.
      siblings[siblings.indexOf(node)] = elementFor(
        placed[number - 1]?.[index] ?? placeAlone(node.citation),
        { dataAmidWords: '', ...(node.isInText && { dataInText: '' }) },
      );
    }
  });
  return citations;
}
