/** A build of the site in the working folder that makes one page and then waits for its end. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginBuild } from '../../src/publishing/build-run.ts';

const { folder } = beginBuild(process.cwd());
mkdirSync(folder);
writeFileSync(join(folder, 'index.html'), 'half a site');
console.log('held');
setInterval(() => {}, 60_000);
