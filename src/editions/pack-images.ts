/** Pictures in forms that every reader of the editions knows, under names of their own. */
import { extname } from 'node:path';
import sharp from 'sharp';
import type { EditionDocument } from './document.ts';

export interface PackedImages {
  /** Names by the addresses that the page gives them. */
  readonly names: ReadonlyMap<string, string>;
  /** Bytes by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** PNG, JPEG, GIF and SVG stay as they are; WebP, AVIF and the rest become PNG. */
const lasting: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg']);

export async function packImages({ images }: EditionDocument): Promise<PackedImages> {
  const names = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  for (const [address, base64] of Object.entries(images)) {
    const bytes = Buffer.from(base64, 'base64');
    const extension = extname(address.replace(/[?#].*$/, '')).toLowerCase();
    const name = `image-${files.size + 1}${lasting.has(extension) ? extension : '.png'}`;
    names.set(address, name);
    files.set(name, lasting.has(extension) ? bytes : await sharp(bytes).png().toBuffer());
  }
  return { names, files };
}

/** As Pandoc wants them. */
export function blobsOf({ files }: PackedImages): Record<string, Blob> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [name, new Blob([new Uint8Array(bytes)])]),
  );
}
