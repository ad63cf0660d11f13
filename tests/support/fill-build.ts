/** A build of the site in the working folder that makes one big page, and says what the disk refuses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginBuild, endBuild } from '../../src/publishing/build-run.ts';
import { reportFailure } from '../../src/publishing/report-failure.ts';

const root = process.cwd();
try {
  const { folder } = beginBuild(root);
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'a page '.repeat(10_000));
} catch (error) {
  reportFailure(error, root);
  process.exitCode = 1;
} finally {
  endBuild(root);
}
