/** The essay on paper: Pandoc writes its text as Typst, and Typst sets it by `essay.typ`. */
import { readableAddress } from '../bibliography/readable-address.ts';
import type { Note } from '../essay/essay-record.ts';
import { openingOf } from '../essay/matter.ts';
import { type EssayTree, type MarkerStyle, placeNotes, withPackedImages } from './build-tree.ts';
import { matterBlocks } from './compose-blocks.ts';
import type { EditionDocument } from './document.ts';
import { messagesOf } from './edition-matter.ts';
import { writeText } from './pandoc.ts';
import {
  attributesOf,
  formulaOf,
  linkOf,
  mapNodes,
  type PandocNode,
  type PandocTree,
  raw,
  rawBlock,
  words,
} from './pandoc-tree.ts';
import { type LabelStyle, placeLabels } from './place-labels.ts';
import { truncatePdfDate } from './truncate-pdf-date.ts';
import { MissingLetters, typesetPdf } from './typst.ts';

/** Typst can set a note again under its number. */
const markers: MarkerStyle = {
  first: (marker, note) => [marker, raw('typst', `<${labelOf(note)}>`)],
  again: (note) => [raw('typst', `#footnote(<${labelOf(note)}>)`)],
  number: (note) => link(note, words(String(note.number))),
  link,
};

function link(note: Note, linked: readonly PandocNode[]): PandocNode[] {
  return [raw('typst', `#link(<${labelOf(note)}>)[`), ...linked, raw('typst', ']')];
}

/** A link stays one, and a label words; an equation has the number that it has on the page. */
const labels: LabelStyle = {
  label: (content) => [...content],
  heading: (content) => [...content],
  reference: (content, { label }) => [
    raw('typst', `#link(<${label}>)[`),
    ...content,
    raw('typst', ']'),
  ],
  equation: (formula, { number, label }) => [
    raw('typst', `#[#set math.equation(numbering: _ => [(${number})])\n`),
    formula,
    raw('typst', ` <${label}>]`),
  ],
};

/** A source hangs from its first words; verse is set apart. */
function setBlock(node: PandocNode): PandocNode[] | undefined {
  const division = attributesOf(node);
  if (division?.classes.includes('source')) return call('source-entry', division.content);
  return node.t === 'LineBlock' ? call('verse', [node]) : undefined;
}

function call(name: string, content: readonly PandocNode[]): PandocNode[] {
  return [rawBlock('typst', `#${name}[`), ...content, rawBlock('typst', ']')];
}

/** PDF/UA-1 asks for words that say what a formula is: its TeX, which is what people say of it. */
function withNamedFormulas(tree: PandocTree): PandocTree {
  const blocks = mapNodes(tree.blocks, (node) => {
    const formula = formulaOf(node);
    if (formula === undefined) return undefined;
    const name = JSON.stringify(formula.tex.replace(/\s+/g, ' '));
    const opening = `#math.equation(block: ${formula.isDisplay}, alt: ${name}, `;
    return [raw('typst', opening), node, raw('typst', '.body)')];
  });
  return { ...tree, blocks };
}

const preamble = `#import "essay.typ": essay, opening, closing, lead-figure, horizontalrule, source-entry, verse
#let data = json(bytes(sys.inputs.essay))
#show: essay.with(data)

`;

export async function makePdf(document: EditionDocument, tree: EssayTree): Promise<Uint8Array> {
  const placed = placeLabels(placeNotes(tree, document.record, markers), document.record, labels);
  const listed = { ...placed, blocks: mapNodes([...placed.blocks, ...tree.references], setBlock) };
  const packed = withNamedFormulas(withPackedImages(listed, tree.images));
  const pdf = await typeset(packed).catch((error: unknown) => {
    // A source may be at an address in letters that no font has, and its author cannot help that.
    if (error instanceof MissingLetters) return typeset(withEncodedAddresses(packed));
    throw error;
  });
  const { date, modified = date } = document.essay;
  return truncatePdfDate(pdf, { created: date, modified });

  async function typeset(whole: PandocTree): Promise<Uint8Array> {
    const blocks = [
      ...openingBlocks(document, tree),
      block('#if data.figure != none { lead-figure(data.figure) }'),
      ...whole.blocks,
      ...closingBlocks(document, tree),
    ];
    const body = await writeText({ ...whole, blocks }, { to: 'typst-smart' });
    return typesetPdf(preamble + body, document, tree.images);
  }
}

function openingBlocks(document: EditionDocument, { matter }: EssayTree): PandocNode[] {
  return openingOf(document.essay, messagesOf(document)).flatMap(({ name, heading }) => [
    block(`#opening(${JSON.stringify(name)}, ${JSON.stringify(heading ?? '')})[`),
    ...(matter.get(name) ?? []),
    block(']'),
  ]);
}

function closingBlocks(document: EditionDocument, tree: EssayTree): PandocNode[] {
  const blocks = matterBlocks(document, tree, 'closing');
  return blocks.length === 0 ? [] : [block('#closing['), ...blocks, block(']')];
}

function block(markup: string): PandocNode {
  return { t: 'RawBlock', c: ['typst', markup] };
}

/** Addresses as they are followed in the place of those that people read. */
function withEncodedAddresses(tree: PandocTree): PandocTree {
  const blocks = mapNodes(tree.blocks, (node) => {
    const link = linkOf(node);
    if (link === undefined || link.text !== readableAddress(link.address)) return undefined;
    const { style, target } = link.rest;
    return [{ t: 'Link', c: [style, words(link.address), target] }];
  });
  return { ...tree, blocks };
}

function labelOf({ number }: Note): string {
  return `note-${number}`;
}
