/** The published folder and its exchange for a new one. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const previousName = '.dist-previous';
const nextPrefix = '.dist-next-';

export const lockName = '.dist-lock';

/** Where this process builds: a folder that no other writes into. */
export function nextFolder(root: string): string {
  return join(root, `${nextPrefix}${process.pid}`);
}

/**
 * Puts `next` into the place of `dist`. No system that Node knows exchanges two folders in one step, so there are
 * two renames, one right after the other; a process killed between them leaves the last site under another name,
 * and `recoverSite` puts it back. When the second fails, the first is undone.
 */
export function swapSite(root: string, next: string): void {
  const dist = join(root, 'dist');
  const previous = join(root, previousName);
  rmSync(previous, { recursive: true, force: true });
  const isFirst = !existsSync(dist);
  if (!isFirst) renameSync(dist, previous);
  try {
    renameSync(next, dist);
  } catch (error) {
    if (!isFirst) renameSync(previous, dist);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/** Puts back a site that a killed build left half exchanged, and removes what killed builds left. */
export function recoverSite(root: string): void {
  const dist = join(root, 'dist');
  const previous = join(root, previousName);
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
  const leftovers = readdirSync(root).filter(
    (name) => name === previousName || name.startsWith(nextPrefix),
  );
  for (const name of leftovers) rmSync(join(root, name), { recursive: true, force: true });
}
