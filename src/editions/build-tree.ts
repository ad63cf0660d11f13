/** The essay as one Pandoc document, in which a reused note is still one note. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { EssayRecord, Note } from '../essay/essay-record.ts';
import type { EditionSection } from './edition-matter.ts';
import { isolateDirections } from './isolate-directions.ts';
import type { PackedImages } from './pack-images.ts';
import { readHtml } from './pandoc.ts';
import {
  attributesOf,
  fragmentOf,
  imageOf,
  linkOf,
  mapNodes,
  type PandocNode,
  type PandocTree,
  words,
} from './pandoc-tree.ts';
import type { EssayBody } from './read-essay-page.ts';

/** How a format sets a marker. */
export interface MarkerStyle {
  /** The first marker of a note, which in Pandoc's model holds the note; whether anything leads back to it. */
  first(marker: PandocNode, note: Note, isReferredTo: boolean): PandocNode[];
  /** A further marker, the `use`th of the note, from 2. Pandoc would make it a second note. */
  again(note: Note, use: number): PandocNode[];
  /** The number of a note amid words, as a link to it. */
  number(note: Note): PandocNode[];
  /** Other words that lead to a note. */
  link(note: Note, words: readonly PandocNode[]): PandocNode[];
}

/** The text with places for markers, and the content of each note by its anchor. */
export interface EssayTree {
  readonly images: PackedImages;
  readonly tree: PandocTree;
  readonly notes: ReadonlyMap<string, readonly PandocNode[]>;
  /** What front matter says around the text, by the names of its sections. */
  readonly matter: ReadonlyMap<string, readonly PandocNode[]>;
  /** The list of sources with its headings, each source in a division of the class `source`. */
  readonly sources: readonly PandocNode[];
  /** The same for the PDF. */
  readonly references: readonly PandocNode[];
}

export async function buildTree(
  { text, notes, ...lists }: EssayBody,
  images: PackedImages,
  sections: readonly EditionSection[] = [],
): Promise<EssayTree> {
  const bodies = notes.map(({ anchor, content }) =>
    h('div', { id: anchor, class: parts.note }, content),
  );
  const around = sections.map(({ name, content }) =>
    h('div', { id: name, class: parts.matter }, content.children),
  );
  const html = toHtml(
    [text, ...bodies, ...listNames.map((name) => listNamed(name, lists[name])), ...around]
      .map(isolateDirections)
      .flatMap((part) => (part.type === 'root' ? part.children : part)),
  );
  const read = await readHtml(html);
  const contents = new Map<string, readonly PandocNode[]>();
  const matter = new Map<string, readonly PandocNode[]>();
  const listed = new Map<string, readonly PandocNode[]>();
  const blocks = read.blocks.filter((block) => {
    const division = attributesOf(block);
    const kind = [
      { name: parts.note, found: contents },
      { name: parts.matter, found: matter },
      { name: parts.list, found: listed },
    ].find(({ name }) => division?.classes.includes(name));
    if (division === undefined || kind === undefined) return true;
    kind.found.set(division.id, mapNodes(division.content, plain));
    return false;
  });
  return {
    tree: { ...read, meta: {}, blocks: mapNodes(blocks, plain) },
    notes: contents,
    matter,
    sources: listed.get('sources') ?? [],
    references: listed.get('references') ?? [],
    images,
  };
}

/** Puts notes and markers into their places, as a format wants them. */
export function placeNotes(
  { tree, notes }: EssayTree,
  record: EssayRecord,
  style: MarkerStyle,
): PandocTree {
  const byAnchor = new Map(record.notes.map((note) => [note.anchor, note]));
  const used = new Map<string, number>();
  const referredTo = new Set<Note>(record.notes.filter(({ uses }) => uses.length > 1));
  const linkNote = (node: PandocNode) => {
    const link = linkOf(node);
    const target = byAnchor.get(fragmentOf(node) ?? '');
    if (link === undefined || target === undefined) return undefined;
    referredTo.add(target);
    const number = String(target.number);
    // “n. 5”, of which the number alone may become a field that is kept true.
    const lead = link.text.endsWith(number) ? link.text.slice(0, -number.length) : undefined;
    if (lead === undefined || /\d$/.test(lead)) return style.link(target, link.content);
    return [...(lead === '' ? [] : words(lead)), ...style.number(target)];
  };
  const bodies = new Map([...notes].map(([anchor, nodes]) => [anchor, mapNodes(nodes, linkNote)]));
  const blocks = mapNodes(tree.blocks, linkNote);
  return mapNodes([{ ...tree, blocks }], (node) => {
    const note = byAnchor.get(attributesOf(node)?.values.get('note') ?? '');
    if (note === undefined) return undefined;
    const use = (used.get(note.anchor) ?? 0) + 1;
    used.set(note.anchor, use);
    if (use > 1) return style.again(note, use);
    const marker = { t: 'Note', c: bodies.get(note.anchor) ?? [] };
    return style.first(marker, note, referredTo.has(note));
  })[0] as PandocTree;
}

/** Lets every picture be found by the name it has in the archive; one that is not in it gives its description. */
export function withPackedImages(tree: PandocTree, { names }: PackedImages): PandocTree {
  const blocks = mapNodes(tree.blocks, (node) => {
    const image = imageOf(node);
    if (image === undefined) return undefined;
    const name = names.get(image.address);
    const [style, description] = image.rest;
    return name === undefined
      ? [{ t: 'Emph', c: description }]
      : [{ t: 'Image', c: [style, description, [name, '']] }];
  });
  return { ...tree, blocks };
}

/** What formats set in ways of their own. */
const kept: ReadonlySet<string> = new Set(['equation', 'label', 'source']);

/** Classes of what is not the text, which no author gives: `::: note` is a division of the text. */
const parts = { note: '-note-', matter: '-matter-', list: '-list-' };

const listNames = ['sources', 'references'] as const;

function listNamed(name: (typeof listNames)[number], content: readonly ElementContent[]): Element {
  return h('div', { id: name, class: parts.list }, [...content]);
}

/** Divisions and spans are there for a page's style; what they hold stays, and a language is kept. */
function plain(node: PandocNode): PandocNode[] | undefined {
  const wrapper = attributesOf(node);
  if (wrapper === undefined || wrapper.values.has('lang') || wrapper.values.has('note'))
    return undefined;
  if (wrapper.classes.some((name) => kept.has(name))) return undefined;
  return mapNodes([...wrapper.content], plain);
}
