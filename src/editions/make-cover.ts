/** The cover of the EPUB. Typst draws its letters as outlines, so the picture needs no font anywhere. */
import sharp from 'sharp';
import type { EditionDocument } from './document.ts';
import { readStyle } from './read-style.ts';
import { drawPage } from './typst.ts';

/** PNG, 1600 pixels high, which e-readers' shelves ask for at least. */
export async function makeCover(document: EditionDocument): Promise<ArrayBuffer> {
  const svg = drawPage(readStyle('cover.typ'), document);
  const png = await sharp(Buffer.from(svg))
    .resize({ height: 1600 })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png).buffer;
}
