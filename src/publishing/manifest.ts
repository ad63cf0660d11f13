/** The list of everything published with its SHA-256, by which a copy can be compared with what was built. */
import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { listFiles } from '../disk/list-files.ts';

const manifest = z.strictObject({
  /** SHA-256 in hexadecimal by path from the top of the site; all files but the manifest itself. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

export type Manifest = z.infer<typeof manifest>;

export const manifestName = 'manifest.json';

/** Lists all files below `folder`. */
export async function writeManifest(folder: string): Promise<void> {
  const files: Record<string, string> = {};
  for (const file of await listFiles(folder)) {
    const path = pathFrom(folder, file);
    files[path] = digest(await readFile(file));
  }
  await writeFile(join(folder, manifestName), `${JSON.stringify({ files }, null, 1)}\n`);
}

/** Throws when the text is no manifest. */
export function readManifest(text: string): Manifest {
  return manifest.parse(JSON.parse(text));
}

export function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

export function pathFrom(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}
