/** The essay on paper: Pandoc writes its text as Typst, and Typst sets it by `essay.typ`. */
import type { Note } from '../essay/essay-record.ts';
import { type EssayTree, type MarkerStyle, placeNotes, withPackedImages } from './build-tree.ts';
import type { EditionDocument } from './document.ts';
import { writeText } from './pandoc.ts';
import { raw } from './pandoc-tree.ts';
import { truncatePdfDate } from './truncate-pdf-date.ts';
import { typesetPdf } from './typst.ts';

/** Typst can set a note again under its number. */
const markers: MarkerStyle = {
  first: (marker, note) => [marker, raw('typst', `<${labelOf(note)}>`)],
  again: (note) => [raw('typst', `#footnote(<${labelOf(note)}>)`)],
};

const preamble = `#import "essay.typ": essay, horizontalrule
#show: essay.with(json(bytes(sys.inputs.essay)))

`;

export async function makePdf(document: EditionDocument, tree: EssayTree): Promise<Uint8Array> {
  const placed = placeNotes(tree, document.record, markers);
  const body = await writeText(withPackedImages(placed, tree.images), { to: 'typst-smart' });
  return truncatePdfDate(typesetPdf(preamble + body, document, tree.images), document.essay.date);
}

function labelOf({ number }: Note): string {
  return `note-${number}`;
}
