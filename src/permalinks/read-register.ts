import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problems/problem.ts';
import { type Permalinks, permalinksFile, readPermalinks } from './permalinks.ts';

/** The register of permalinks of the project at `root` and its text; an empty one where there is none. */
export async function readRegister(
  root: string,
): Promise<{ text: string } & ({ permalinks: Permalinks } | { problem: Problem })> {
  const text = await readFile(join(root, permalinksFile), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    },
  );
  const permalinks = readPermalinks(text);
  if (!('reason' in permalinks)) return { permalinks, text };
  const message = `The register cannot be read: ${permalinks.reason}.`;
  const about = { file: permalinksFile, place: permalinks.place, length: 1 };
  return { text, problem: { rule: 'permalinks-are-readable', ...about, message } };
}
