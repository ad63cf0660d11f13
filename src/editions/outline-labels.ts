import type { EditionDocument } from './document.ts';
import { readStyle } from './read-style.ts';
import { drawPage, typesetPdf } from './typst.ts';

/** The document with the words of its map as outlines, so that whatever draws it needs no font. */
export function outlineLabels(document: EditionDocument): EditionDocument {
  const { figure } = document;
  if (figure === undefined) return document;
  const page = readStyle('map-labels.typ');
  // Only a PDF tells of letters that no font has.
  typesetPdf(page, document, { names: new Map(), files: new Map() });
  // Without a size of its own it is as large as the drawing.
  const words = drawPage(page, document).replace(/(?<=<svg[^>]*) (?:width|height)="[^"]*"/g, '');
  const end = figure.svg.lastIndexOf('</svg>');
  const svg = `${figure.svg.slice(0, end)}${words}</svg>`;
  return { ...document, figure: { ...figure, svg } };
}
