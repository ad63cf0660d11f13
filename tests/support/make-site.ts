/** A copy of the project with other content: what a person gets who clones it and writes. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));
export const fixtures = join(project, 'tests/fixtures');

export interface TestSite extends AsyncDisposable {
  /** Absolute path of the copy. */
  readonly root: string;
  /** Runs one of its npm scripts. */
  run(script: string, ...args: string[]): Promise<ScriptResult>;
  /** The same for a site that does not know where it is published. */
  runUnplaced(script: string, ...args: string[]): Promise<ScriptResult>;
}

export interface ScriptResult {
  readonly status: number;
  /** Everything printed, both streams, without colours. */
  readonly output: string;
}

/**
 * Copies the project and lays the `content` of a fixture over its own, as an author would add an essay. The
 * project's own essays are left out when the fixture brings a bibliography, which does not have their sources.
 */
export async function makeSite(fixture?: string): Promise<TestSite> {
  const root = await mkdtemp(join(tmpdir(), 'essay-site-'));
  for (const name of [
    'src',
    'public',
    'content',
    'astro.config.ts',
    'package.json',
    'tsconfig.json',
  ]) {
    await cp(join(project, name), join(root, name), { recursive: true });
  }
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'), 'junction');
  if (fixture !== undefined) {
    const content = join(fixtures, fixture, 'content');
    if (existsSync(join(content, 'bibliography.bib'))) {
      await rm(join(root, 'content/essays'), { recursive: true });
      await rm(join(root, 'content/permalinks.json'));
    }
    await cp(content, join(root, 'content'), { recursive: true });
  }
  return {
    root,
    run: (script, ...args) => runScript(root, script, args, scriptEnvironment()),
    runUnplaced: (script, ...args) =>
      runScript(root, script, args, { ...scriptEnvironment(), SITE_URL: undefined }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** A script that serves until it is stopped. */
export interface RunningScript {
  /** The address it printed. */
  readonly address: string;
  /** Everything printed so far. */
  output(): string;
  /** Ctrl-C; resolves when everything has ended. */
  interrupt(): Promise<void>;
}

/** Starts an npm script of `site` and waits until it prints an address. Fails when it ends before. */
export function startScript(site: TestSite, script: string): Promise<RunningScript> {
  return startServer(site, 'npm', ['run', '--silent', script]);
}

/** `npm run dev` without npm. */
export function startDev(site: TestSite): Promise<RunningScript> {
  return startServer(site, process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev']);
}

async function startServer(
  site: TestSite,
  command: string,
  args: readonly string[],
): Promise<RunningScript> {
  // A process group of its own, so that an interrupt reaches npm and what it runs, as Ctrl-C does.
  const child = spawn(command, args, {
    cwd: site.root,
    detached: true,
    env: { ...scriptEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const found = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`It ended before it served anything:\n${printed}`)));
  });
  return {
    address,
    output: () => printed,
    interrupt: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      return ended;
    },
  };
}

function scriptEnvironment() {
  const address = process.env['SITE_URL_FOR_SCRIPTS'] ?? 'https://essays.example';
  return { ...process.env, SITE_URL: address, NO_COLOR: '1', FORCE_COLOR: '0' };
}

function runScript(
  cwd: string,
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ScriptResult> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const printed = Buffer.concat(chunks).toString('utf8');
      resolve({ status: status ?? 1, output: printed.replace(/^npm warn .*\n/gm, '') });
    });
  });
}
