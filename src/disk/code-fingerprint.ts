/** Tells whether what was made before would be made alike today. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listFiles } from './list-files.ts';

export interface FingerprintOptions {
  /** The folder that has the code in `src`: this one when it is not given. */
  readonly root?: string;
  /** Absolute paths of what else decides, such as fonts; where they lie does not. */
  readonly files?: readonly string[];
}

/**
 * Digest of the code, all of it, with the exact versions of its packages and of Node. The settings are no part of it:
 * what is made of them gets them as values, with the essay.
 */
export async function codeFingerprint({
  root = join(import.meta.dirname, '../..'),
  files = [],
}: FingerprintOptions = {}): Promise<string> {
  const versions = ['package.json', 'package-lock.json'].map((name) => join(root, name));
  const settings = join(root, 'src/site.ts');
  const code = (await listFiles(join(root, 'src'))).filter((file) => file !== settings);
  const named = [...versions, ...code].map(async (file) => [
    relative(root, file),
    await digestOf(file),
  ]);
  const parts = await Promise.all([...named, ...files.map(digestOf)]);
  return hash('sha256', JSON.stringify([process.version, parts]));
}

/** Empty when there is no such file: a lockfile may be missing, and an editor's own file may go meanwhile. */
async function digestOf(file: string): Promise<string> {
  try {
    return hash('sha256', await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
