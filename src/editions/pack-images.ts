/**
 * Pictures in forms that every reader of the editions knows, under names of their own: a photograph as JPEG, a drawing
 * as PNG or SVG, of what moves the beginning.
 */
import sharp from 'sharp';
import { addJfifHeader } from './add-jfif-header.ts';
import type { EditionDocument } from './document.ts';

export interface PackedImages {
  /** Names by the addresses that the page gives them. */
  readonly names: ReadonlyMap<string, string>;
  /** Bytes by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** No edition is printed finer; what is published of a picture is no larger, but what lies in `public/` may be. */
const largest = 2000;

export async function packImages({ images }: EditionDocument): Promise<PackedImages> {
  const names = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  for (const [address, base64] of Object.entries(images)) {
    const { extension, bytes } = await pack(Buffer.from(base64, 'base64'));
    const name = `image-${files.size + 1}${extension}`;
    names.set(address, name);
    files.set(name, bytes);
  }
  return { names, files };
}

interface Packed {
  readonly extension: string;
  readonly bytes: Uint8Array;
}

async function pack(bytes: Buffer): Promise<Packed> {
  const { format, width, orientation = 1 } = await sharp(bytes).metadata();
  const isSmall = width <= largest && orientation === 1;
  if (format === 'jpeg' && isSmall) return { extension: '.jpg', bytes: addJfifHeader(bytes) };
  if (format === 'svg') return { extension: '.svg', bytes };
  const picture = sharp(bytes).rotate().resize({ width: largest, withoutEnlargement: true });
  const png = await picture.clone().png().toBuffer();
  const isBest = format === 'png' && isSmall && bytes.length <= png.length;
  if ((await sharp(png).stats()).isOpaque) {
    const photograph = await picture.clone().jpeg({ quality: 85 }).toBuffer();
    // Letters and lines are small as PNG, and stay sharp; only a photograph is so much smaller as JPEG.
    if (photograph.length * 2 < (isBest ? bytes : png).length)
      return { extension: '.jpg', bytes: addJfifHeader(photograph) };
  }
  if (isBest) return { extension: '.png', bytes };
  // Some formats say nothing of a size on paper; then it would be taken for 25 dots an inch.
  const sized = sharp(png).withMetadata({ density: 72 }).png();
  return { extension: '.png', bytes: await sized.toBuffer() };
}

/** As Pandoc wants them. */
export function blobsOf({ files }: PackedImages): Record<string, Blob> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [name, new Blob([new Uint8Array(bytes)])]),
  );
}
