/** An essay as its author typed it: what the checks of citations and notes look at. */
import type { Definition, FootnoteDefinition, Image, Nodes, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { placesIn } from '../problems/place.ts';
import type { Place, Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import type { CitationNode } from './mdast-citation.ts';

export interface RawEssay {
  readonly source: string;
  readonly citations: readonly CitationNode[];
  readonly definitions: readonly FootnoteDefinition[];
  readonly texts: readonly Text[];
  /** Links' names and pictures, where a citation would be lost. */
  readonly others: readonly (Definition | Image)[];
  readonly pictures: readonly RawPicture[];
  /** Every marker, typed as a citation or as `[^label]`, with the nodes around it. */
  readonly references: readonly { node: Nodes; ancestors: readonly Nodes[] }[];
  placeOf(offset: number): Place;
  /** A problem with the characters at `offset` of the source. */
  problem(rule: RuleId, offset: number, length: number, message: string): Problem;
}

/** A picture, whichever way it is typed. */
export interface RawPicture {
  readonly url: string;
  readonly alt: string;
  readonly title: string;
  /** Where its description stands, and where its address does: `![The river.][tumen]` has that elsewhere. */
  readonly node: Nodes;
  readonly addressNode: Image | Definition;
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
  const pictures: RawPicture[] = [];
  const targets = definitionsOf(tree);
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'citation') citations.push(node);
    if (node.type === 'footnoteDefinition') definitions.push(node);
    if (node.type === 'text') texts.push(node);
    if (node.type === 'definition' || node.type === 'image') others.push(node);
    if (node.type === 'image' || node.type === 'imageReference') {
      const addressNode = node.type === 'image' ? node : targets.get(node.identifier);
      if (addressNode !== undefined) {
        const { url, title } = addressNode;
        pictures.push({ url, title: title ?? '', alt: node.alt ?? '', node, addressNode });
      }
    }
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
    pictures,
    references,
    placeOf,
    problem: (rule, offset, length, message) => {
      return { rule, file: name, place: placeOf(offset), length, message };
    },
  };
}

/** What `[…][tumen]` leads to, by name: the first of that name, as CommonMark has it. */
export function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** Where a node begins in the source. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** How many characters it takes there. */
export function lengthOf({ position }: Nodes): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
}

export function labelOf(node: FootnoteDefinition): string {
  return node.label ?? node.identifier;
}

/** A marker or a note as its author would recognise it. */
export function quote(node: Nodes): string {
  if (node.type === 'citation') {
    const words = fold(node.value);
    return node.isInText ? `“${words}”` : `“[${words}]”`;
  }
  const isNote = node.type === 'footnoteReference' || node.type === 'footnoteDefinition';
  return isNote ? `“[^${node.label ?? node.identifier}]”` : '';
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}
