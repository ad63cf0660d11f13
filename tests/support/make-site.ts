/** A copy of the project with the content of a fixture: what a person gets who clones it and writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { SiteSettings } from '../../src/site.ts';
import { layContent, layProject, planSite, project } from './fixture-sites.ts';
import { plainEnvironment } from './plain-environment.ts';
import { siteSettings } from './site-settings.ts';

export { fixtures, project } from './fixture-sites.ts';

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

/** Copies the project, with the content and the settings of a fixture in the place of its own. */
export async function makeSite(fixture = 'published-essay'): Promise<TestSite> {
  const root = await makeFolder();
  const { content, settings } = planSite(fixture);
  await layProject(root, content);
  // The lockfile is told from no lockfile where editions are kept: those of a fixture are made once for all.
  const names = ['src', 'astro.config.ts', 'tsconfig.json', '.npmrc', 'package-lock.json'];
  for (const name of names) {
    // Six hundred files, for which `cp` takes ten times as long.
    cpSync(join(project, name), join(root, name), { recursive: true });
  }
  await writeFile(join(root, 'src/site.ts'), writeSettings(settings));
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'), 'junction');
  return {
    root,
    run: (script, ...args) => runScript(root, script, args),
    runUnplaced: (script, ...args) => runScript(root, script, args, { SITE_URL: undefined }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** The content of the published essay, alone. */
export async function makeContent(): Promise<Pick<TestSite, 'root' | typeof Symbol.asyncDispose>> {
  const root = await mkdtemp(join(tmpdir(), 'essay-content-'));
  await layContent(root, 'published-essay');
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

/** One that had its name before, mostly: by its path Node knows again what it has compiled of a file. */
async function makeFolder(): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(tmpdir(), `essay-site-${number}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Gives a site packages of its own, but for one that is missing, and nothing that was made before. */
export async function separatePackages({ root }: TestSite, missing?: string): Promise<void> {
  const packages = join(root, 'node_modules');
  await rm(packages);
  await mkdir(packages);
  for (const name of await readdir(join(project, 'node_modules'))) {
    if (name === missing || name === '.cache') continue;
    await symlink(join(project, 'node_modules', name), join(packages, name), 'junction');
  }
}

/** `src/site.ts` of a site, which takes its address from the environment, as that of the project does. */
function writeSettings({ site, ...settings }: SiteSettings): string {
  return `export const settings = {
  ...${JSON.stringify(settings)},
  site: { ...${JSON.stringify(site)}, url: process.env.SITE_URL || undefined },
};
`;
}

/** Runs an npm script in `root`; `environment` is what is not as for every script of the tests. */
export async function runScript(
  root: string,
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ScriptResult> {
  const child = startCommand(root, script, args, environment);
  let output = '';
  listen(child, (text) => {
    output += text;
  });
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
  return { status, output };
}

/** A script that serves until it is stopped. */
export interface RunningScript {
  /** The address it printed. */
  readonly address: string;
  /** Everything printed so far. */
  output(): string;
  /** Ctrl-C; resolves when everything has ended. */
  interrupt(): Promise<void>;
  /** Whether a process of it is left. Its address tells nothing: another server may have that by now. */
  isRunning(): boolean;
}

/** Starts an npm script of `site` and waits until it prints an address. Fails when it ends before. */
export async function startScript(
  { root }: TestSite,
  script: string,
  ...args: readonly string[]
): Promise<RunningScript> {
  const child = startCommand(root, script, args);
  let printed = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    listen(child, (text) => {
      printed += text;
      const found = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`It ended before it served anything:\n${printed}`)));
  });
  const isRunning = () => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
      throw error;
    }
  };
  return {
    address,
    output: () => printed,
    interrupt: async () => {
      if (child.pid !== undefined && isRunning()) process.kill(-child.pid, 'SIGINT');
      await ended;
      // What has closed its output may take a moment more to be gone.
      const deadline = Date.now() + 5000;
      while (isRunning() && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
    isRunning,
  };
}

/** `npm run dev`. */
export function startDev(site: TestSite): Promise<RunningScript> {
  return startScript(site, 'dev');
}

/**
 * Does what `npm run` does without npm, which takes a second for it: gives the text of the script to a shell. In a
 * group of its own, so that an interrupt reaches all that it runs, as Ctrl-C does.
 */
function startCommand(
  root: string,
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcess {
  const text = scripts[script];
  if (text === undefined) throw new Error(`There is no script “${script}”.`);
  return spawn('sh', ['-c', `${text} "$@"`, 'sh', ...args], {
    cwd: root,
    detached: true,
    env: { ...scriptEnvironment(root), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')));

/** What a script gets in `root` from npm, at the address of the tests. */
export function scriptEnvironment(root: string): NodeJS.ProcessEnv {
  return {
    ...plainEnvironment(),
    PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`,
    INIT_CWD: root,
    SITE_URL: siteSettings.site.url,
  };
}

function listen(child: ChildProcess, read: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', read);
  }
}
