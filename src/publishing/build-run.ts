/** One build of a site: the folder it makes beside `dist`, alone among the builds of that site. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildLock, lockBuild } from './build-lock.ts';
import { lockName, nextFolder, recoverSite } from './swap-site.ts';

export interface BuildRun {
  /** Absolute. */
  readonly folder: string;
  readonly lock: BuildLock;
}

/** A build that ends without a site, when what is wrong has been said already. It has no stack: nobody is to see it. */
export class BuildStopped extends Error {
  constructor(message = '\nNothing was published: dist/ is as it was.') {
    super(message);
    this.stack = '';
  }
}

const running = new Map<string, BuildRun & { readonly forget: () => void }>();

/**
 * Begins a build of the site at `root`. Nothing is left of it after `endBuild`, and whatever ends the process ends
 * the build first. Throws when there is another build, or the disk does not take what is written.
 */
export function beginBuild(root: string): BuildRun {
  // One that failed somewhere in Astro, in this very process.
  endBuild(root);
  const taken = lockBuild(join(root, lockName));
  if ('pid' in taken) {
    const who = taken.pid === 0 ? '' : ` (process ${taken.pid})`;
    console.error(`Another build of this site is under way${who}. Let it end first.`);
    throw new BuildStopped();
  }
  const tidy = () => endBuild(root);
  const signals = Object.entries(endings).map(([signal, status]) => {
    const end = () => {
      tidy();
      console.error('\nInterrupted: dist/ is as it was.');
      process.exit(status);
    };
    process.once(signal, end);
    return { signal, end };
  });
  process.once('exit', tidy);
  const run = {
    folder: nextFolder(root),
    lock: taken,
    forget: () => {
      process.off('exit', tidy);
      for (const { signal, end } of signals) process.off(signal, end);
    },
  };
  running.set(root, run);
  recoverSite(root);
  return run;
}

/** Removes what is left of a build of the site at `root`, if there is one in this process. */
export function endBuild(root: string): void {
  const run = running.get(root);
  if (run === undefined) return;
  running.delete(root);
  run.forget();
  rmSync(run.folder, { recursive: true, force: true, maxRetries: 5 });
  run.lock.release();
}

/** Exit status by signal, as shells give it. */
const endings = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
