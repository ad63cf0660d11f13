import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problems/problem.ts';
import { type Permalinks, permalinksFile, readPermalinks } from './permalinks.ts';

/** The register of permalinks as it was read. */
export interface Register {
  /** From the top of the project. */
  readonly file: string;
  readonly text: string;
  /** An empty one where it cannot be read. */
  readonly permalinks: Permalinks;
  /** Why it cannot be read. */
  readonly problem: Problem | undefined;
}

/** The register of the project at `root`; an empty one where there is none, and `last` where it is as it was. */
export async function readRegister(root: string, last?: Register): Promise<Register> {
  const file = permalinksFile;
  const text = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  if (text === last?.text) return last;
  const permalinks = readPermalinks(text);
  if (!('reason' in permalinks)) return { file, text, permalinks, problem: undefined };
  const message = `The register cannot be read: ${permalinks.reason}.`;
  const problem: Problem = {
    rule: 'permalinks-are-readable',
    file,
    place: permalinks.place,
    length: 1,
    message,
  };
  return { file, text, permalinks: { pages: {}, retired: {}, sources: {} }, problem };
}
