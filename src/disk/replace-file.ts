import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes `next` in the place of a file, whole or not at all: beside it first, and then under its name. False when the
 * file is no longer `previous`, since somebody else has written it.
 */
export async function replaceFile(path: string, previous: string, next: string): Promise<boolean> {
  const real = await realpath(path);
  const beside = join(dirname(real), `.${basename(real)}-${process.pid}`);
  try {
    const { mode } = await stat(real);
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(next);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(real)).equals(Buffer.from(previous))) return false;
    await rename(beside, real);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}
