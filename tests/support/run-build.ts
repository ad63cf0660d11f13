/** A build as a process of its own, to be disturbed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listFiles } from '../../src/disk/list-files.ts';
import { project } from './fixture-sites.ts';
import { type ScriptResult, scriptEnvironment, type TestSite } from './make-site.ts';

export const buildCommand = [process.execPath, 'src/commands/build.ts'];

export interface RunningBuild {
  readonly child: ChildProcess;
  readonly result: Promise<ScriptResult>;
}

/** Starts a build of the site at `root`. */
export function startBuild(
  root: string,
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): RunningBuild {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...scriptEnvironment(root), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const result = new Promise<ScriptResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? -1, output }));
  });
  return { child, result };
}

/** A process that has begun a build of the site at `root` and made its first page. */
export async function holdBuild(root: string): Promise<RunningBuild> {
  const script = join(project, 'tests/support/hold-build.ts');
  const build = startBuild(root, [process.execPath, script]);
  await untilPrinted(build, 'held');
  return build;
}

/** Moves the clock of the process it is loaded into by so many milliseconds. */
const shiftedClock = `
const Real = Date;
const shift = Number(process.env.CLOCK_SHIFT);
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length === 0) super(Real.now() + shift); else super(...given); }
  static now() { return Real.now() + shift; }
};
`;

/** The same on a machine with another clock, time zone and locale, and of whose fonts fontconfig knows none. */
export async function startBuildElsewhere(
  { root }: TestSite,
  [program = '', ...args]: readonly string[],
): Promise<RunningBuild> {
  await writeFile(join(root, 'shifted-clock.mjs'), shiftedClock);
  await writeFile(join(root, 'no-fonts.conf'), '<fontconfig></fontconfig>');
  return startBuild(root, [program, '--import', './shifted-clock.mjs', ...args], {
    TZ: 'Pacific/Kiritimati',
    LC_ALL: 'ko_KR.UTF-8',
    LANG: 'ko_KR.UTF-8',
    CLOCK_SHIFT: String(400 * 86_400_000),
    FONTCONFIG_FILE: join(root, 'no-fonts.conf'),
  });
}

/** Waits until a build has printed `text`. */
async function untilPrinted({ child, result }: RunningBuild, text: string): Promise<void> {
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      if (printed.includes(text)) resolve();
    });
    void result.then(({ output }) => reject(new Error(`It ended before:\n${output}`)));
  });
}

/** Waits until the site that is built at `root` has its first page. */
export async function untilBuilt(root: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (nextFiles(root).some((file) => file.endsWith('.html'))) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('The build never came so far.');
}

function nextFiles(root: string): string[] {
  const folders = readdirSync(root).filter((name) => name.startsWith('.dist-next-'));
  try {
    return folders.flatMap((name) =>
      readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }),
    );
  } catch (error) {
    // It was exchanged or removed while it was read.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Every file of a folder with the digest of its bytes. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const files = await listFiles(folder);
  const entries = await Promise.all(
    files.map(
      async (file) => [relative(folder, file), hash('sha256', await readFile(file))] as const,
    ),
  );
  return Object.fromEntries(entries);
}

/** What builds may leave beside `dist`: nothing. */
export async function leftovers(root: string): Promise<string[]> {
  return (await readdir(root)).filter((name) => name.startsWith('.dist-'));
}

/** Whether this process may mount file systems that nothing else sees. */
export function canMount(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
}
