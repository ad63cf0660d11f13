/** Has the sites that tests read built, once for all runners: what is built from the same sources stays. */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../src/disk/list-files.ts';
import { lockBuild } from '../../src/publishing/build-lock.ts';
import type { Order } from './build-sites.ts';
import { readOutcome } from './built-site.ts';
import { faultNames, goodNames, project, siteRoot, sitesFolder } from './fixture-sites.ts';
import { plainEnvironment } from './plain-environment.ts';

/** Everything that a built site depends on. */
const sources = [
  'astro.config.ts',
  'package.json',
  'package-lock.json',
  'content',
  'public',
  'src',
  'tests/fixtures',
  'tests/support/build-sites.ts',
  'tests/support/check-as-build.ts',
  'tests/support/fixture-sites.ts',
  'tests/support/plain-environment.ts',
  'tests/support/site-settings.ts',
];

/** Global setup of vitest and of Playwright. */
export default async function ensureAllSites(): Promise<void> {
  await ensureSites([...goodNames, ...faultNames]);
}

async function ensureSites(names: string[]): Promise<void> {
  await mkdir(sitesFolder, { recursive: true });
  const lock = await takeLock();
  try {
    const fingerprint = await digestSources();
    const stale: string[] = [];
    for (const name of names) if (!(await isBuilt(name, fingerprint))) stale.push(name);
    if (stale.length > 0) await buildAll(stale, fingerprint);
  } finally {
    lock.release();
  }
}

/** Another runner may be at it. */
async function takeLock() {
  for (;;) {
    const taken = lockBuild(join(sitesFolder, '.lock'));
    if ('release' in taken) return taken;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function digestSources(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    const path = join(project, source);
    const files = /\.\w+$/.test(source) ? [path] : await listFiles(path);
    const read = files.filter((file) => !file.endsWith('/expected.txt'));
    for (const file of read) hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function isBuilt(name: string, fingerprint: string): Promise<boolean> {
  if (!existsSync(siteRoot(name)) || !existsSync(`${siteRoot(name)}.json`)) return false;
  return (await readOutcome(name)).fingerprint === fingerprint;
}

/** In one process, one site after the other: a second one has to load Pandoc and Astro, too. */
async function buildAll(names: readonly string[], fingerprint: string): Promise<void> {
  const builder = fork(join(import.meta.dirname, 'build-sites.ts'), {
    execArgv: ['--disable-warning=DEP0040'],
    // Not the terminal of whoever waits: how a build goes on is shown there alone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...plainEnvironment(),
      ...{ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      SITE_URL: undefined,
    },
  });
  for (const stream of [builder.stdout, builder.stderr])
    stream?.pipe(process.stderr, { end: false });
  try {
    await answer(builder);
    for (const name of names) {
      const order: Order = { name, fingerprint };
      builder.send(order);
      await answer(builder, name);
    }
  } finally {
    builder.disconnect();
  }
}

/** Waits for the next message of a builder, which tells of one thing done. */
function answer(builder: ChildProcess, what = 'beginning'): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`The builder of sites ended at ${what}.`));
    builder.once('exit', onExit).once('message', () => {
      builder.off('exit', onExit);
      resolve();
    });
  });
}

// `node tests/support/ensure-sites.ts images second-essay` builds these alone.
if (import.meta.main)
  await (process.argv[2] ? ensureSites(process.argv.slice(2)) : ensureAllSites());
