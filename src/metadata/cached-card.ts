import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardMap, type CardText, makeCard } from './social-card.ts';

/** Raised when a card of the same words would look different: the folder outlives builds. */
const edition = 1;
const folder = 'node_modules/.astro/cards';

/** The card, from the last build when that had one of the same words: making one takes 20 ms. */
export async function cachedCard(text: CardText, map?: CardMap): Promise<Uint8Array<ArrayBuffer>> {
  const name = createHash('sha256')
    .update(JSON.stringify([edition, text, map]))
    .digest('hex');
  const file = join(process.cwd(), folder, `${name}.png`);
  const kept = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (kept !== undefined) return new Uint8Array(kept);
  const card = await makeCard(text, map);
  await mkdir(join(process.cwd(), folder), { recursive: true });
  // Another build may write the same at the same time.
  await writeFile(`${file}.${process.pid}`, card);
  await rename(`${file}.${process.pid}`, file);
  return card;
}
