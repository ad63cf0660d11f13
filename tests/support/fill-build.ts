/** A build of the site in the working folder that makes one big page, and says what the disk refuses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeDiskFailure } from '../../src/disk/describe-disk-failure.ts';
import { BuildStopped, beginBuild, endBuild } from '../../src/publishing/build-run.ts';

const root = process.cwd();
try {
  const { folder } = beginBuild(root);
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'a page '.repeat(10_000));
} catch (error) {
  console.error(describeDiskFailure(error));
  console.error(new BuildStopped().message);
  process.exitCode = 1;
} finally {
  endBuild(root);
}
