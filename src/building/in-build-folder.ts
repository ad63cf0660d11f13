import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import { type BuildLock, lockBuild } from '../publishing/build-lock.ts';
import { lockName, nextFolder, partsFolder, recoverSite } from '../publishing/swap-site.ts';
import { stopParts } from './make-parts.ts';

/**
 * Does `work` in a folder beside `dist`, alone among the builds of the project at `root`, and leaves nothing of
 * it behind: not after a failure, nor after Ctrl-C. False when there is another build, or the work fails, as when
 * the disk does not take what is written; either is said.
 */
export async function inBuildFolder(
  root: string,
  work: (folder: string, lock: BuildLock) => Promise<boolean>,
): Promise<boolean> {
  const folder = nextFolder(root);
  let lock: BuildLock | undefined;
  const tidy = () => {
    stopParts();
    for (const each of [folder, partsFolder(folder)]) {
      rmSync(each, { recursive: true, force: true, maxRetries: 5 });
    }
    lock?.release();
  };
  const signals = Object.entries(endings).map(([signal, status]) => {
    const end = () => {
      tidy();
      console.error('\nInterrupted: dist/ is as it was.');
      process.exit(status);
    };
    process.once(signal, end);
    return { signal, end };
  });
  try {
    const taken = lockBuild(join(root, lockName));
    if ('pid' in taken) {
      const who = taken.pid === 0 ? '' : ` (process ${taken.pid})`;
      console.error(`Another build of this site is under way${who}. Let it end first.`);
      return false;
    }
    lock = taken;
    recoverSite(root);
    return await work(folder, lock);
  } catch (error) {
    console.error(describeDiskFailure(error) ?? error);
    return false;
  } finally {
    tidy();
    for (const { signal, end } of signals) process.off(signal, end);
  }
}

/** Exit status by signal, as shells give it. */
const endings = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
