/** The cover of the EPUB. Typst draws its letters as outlines, so the picture needs no font anywhere. */
import sharp from 'sharp';
import { mapSquare } from '../maps/map-svg.ts';
import type { EditionDocument } from './document.ts';
import { readStyle } from './read-style.ts';
import { drawPage } from './typst.ts';

/** As in `cover.typ`. */
const paper = '#fbf9f4';

/** PNG, 1600 pixels high, which e-readers' shelves ask for at least. */
export async function makeCover(document: EditionDocument): Promise<ArrayBuffer> {
  const svg = drawPage(readStyle('cover.typ'), withoutNames(document));
  const png = await sharp(Buffer.from(svg))
    .resize({ height: 1600 })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png).buffer;
}

/** Of names on its map nothing could be read on a shelf. */
function withoutNames(document: EditionDocument): EditionDocument {
  const { essay, figure } = document;
  if (essay.picture?.map === undefined || figure === undefined) return document;
  const { width, height, svg } = mapSquare(essay.picture.map, paper);
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${svg}</svg>`;
  return { ...document, figure: { ...figure, svg: whole } };
}
