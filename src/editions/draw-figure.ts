import sharp from 'sharp';
import type { LeadFigure } from './lead-figure.ts';

/** A figure as PNG, 1600 pixels wide, for readers that know no SVG. */
export async function drawFigure({ svg }: LeadFigure): Promise<ArrayBuffer> {
  const png = await sharp(Buffer.from(svg), { density: 192 })
    .resize({ width: 1600 })
    .flatten({ background: 'white' })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png).buffer;
}
