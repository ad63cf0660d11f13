/** Editions made before, by everything that they were made from: what has not changed is not made again. */
import { createHash, randomUUID } from 'node:crypto';
import {
  glob,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { madeFormats } from '../metadata/editions.ts';
import type { EditionDocument, Editions } from './document.ts';

export interface EditionCache {
  /** The editions of exactly this document, made by these tools in this style; nothing when there are none. */
  read(document: EditionDocument): Promise<Editions | undefined>;
  write(document: EditionDocument, editions: Editions): Promise<void>;
}

/** Days after which an edition that no build asked for is dropped. */
const lastingDays = 30;

/**
 * A cache in `folder` (absolute). The project at `root` says which tools there are: `package.json` has the exact
 * version of each, and the code says what is done with them and how it looks.
 */
export async function openCache(
  folder: string,
  root: string,
  fonts: EditionDocument['fonts'],
): Promise<EditionCache> {
  const tools = await digestTools(root, fonts);
  await dropOld(folder);
  const entryOf = (document: EditionDocument) => {
    const key = createHash('sha256').update(tools).update(JSON.stringify(document)).digest('hex');
    return join(folder, key);
  };
  return {
    async read(document) {
      const entry = entryOf(document);
      try {
        const files = madeFormats.map(async (format) => {
          return [format, new Uint8Array(await readFile(join(entry, format)))] as const;
        });
        const editions = Object.fromEntries(await Promise.all(files));
        await utimes(entry, new Date(), new Date());
        return editions as Editions;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(document, editions) {
      const entry = entryOf(document);
      // Beside its place first: another build may look while this one writes.
      const draft = `${entry}.${randomUUID()}`;
      await mkdir(draft, { recursive: true });
      for (const format of madeFormats) await writeFile(join(draft, format), editions[format]);
      await rename(draft, entry).catch(() => rm(draft, { recursive: true }));
    },
  };
}

async function digestTools(root: string, fonts: EditionDocument['fonts']): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const source = join(import.meta.dirname, '..');
  const code = await Array.fromAsync(
    glob('{citations,editions,metadata,words}/**/*.*', { cwd: source }),
  );
  const files = [
    join(root, 'package.json'),
    ...code.sort().map((name) => join(source, name)),
    ...fonts.map(({ file }) => file),
  ];
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex');
}

async function dropOld(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const oldest = Date.now() - lastingDays * 24 * 60 * 60 * 1000;
  for (const name of await readdir(folder)) {
    const entry = join(folder, name);
    const when = await stat(entry).catch(() => undefined);
    if (when !== undefined && when.mtimeMs < oldest)
      await rm(entry, { recursive: true, force: true });
  }
}
