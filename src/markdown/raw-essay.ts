/** An essay as its author typed it: what the checks of citations and notes look at. */
import type { Definition, FootnoteDefinition, Image, Nodes, Root, Text } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { placesIn } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import type { CitationNode } from './mdast-citation.ts';

export interface RawEssay {
  readonly source: string;
  readonly citations: readonly CitationNode[];
  readonly definitions: readonly FootnoteDefinition[];
  readonly texts: readonly Text[];
  /** Links' names and pictures, where a citation would be lost. */
  readonly others: readonly (Definition | Image)[];
  /** Every marker, typed as a citation or as `[^label]`, with the nodes around it. */
  readonly references: readonly { node: Nodes; ancestors: readonly Nodes[] }[];
  /** A problem with the characters at `offset` of the source. */
  problem(rule: RuleId, offset: number, length: number, message: string): Problem;
}

/** Reads it once a file. */
export function rawEssay(tree: Root, file: VFile): RawEssay {
  file.data.rawEssay ??= readRawEssay(tree, file);
  return file.data.rawEssay;
}

function readRawEssay(tree: Root, file: VFile): RawEssay {
  const source = String(file.value);
  const name = file.data.name ?? '';
  const placeOf = placesIn(source);
  const citations: CitationNode[] = [];
  const definitions: FootnoteDefinition[] = [];
  const texts: Text[] = [];
  const others: (Definition | Image)[] = [];
  const references: { node: Nodes; ancestors: Nodes[] }[] = [];
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'citation') citations.push(node);
    if (node.type === 'footnoteDefinition') definitions.push(node);
    if (node.type === 'text') texts.push(node);
    if (node.type === 'definition' || node.type === 'image') others.push(node);
    if (node.type === 'citation' || node.type === 'footnoteReference') {
      references.push({ node, ancestors: [...ancestors] });
    }
  });
  return {
    source,
    citations,
    definitions,
    texts,
    others,
    references,
    problem: (rule, offset, length, message) => {
      return { rule, file: name, place: placeOf(offset), length, message };
    },
  };
}

/** Where a node begins in the source. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function labelOf(node: FootnoteDefinition): string {
  return node.label ?? node.identifier;
}

/** A marker or a note as its author would recognise it. */
export function quote(node: Nodes): string {
  if (node.type === 'citation') return `“[${fold(node.value)}]”`;
  const isNote = node.type === 'footnoteReference' || node.type === 'footnoteDefinition';
  return isNote ? `“[^${node.label ?? node.identifier}]”` : '';
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}
