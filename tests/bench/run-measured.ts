/** A build as a process of its own, and what all the processes that it starts take together. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { TestSite } from '../support/make-site.ts';
import { buildScript, type Variant } from './make-bench-site.ts';

export interface BuildCost {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** The most that all processes held in memory at one time, in MiB, as seen four times a second. */
  readonly megabytes: number;
}

const printed = z.object({ seconds: z.number() });

/** Builds the site of `site` as `variant`. Fails when the build fails. */
export async function runMeasured({ root }: TestSite, variant: Variant): Promise<BuildCost> {
  const child = spawn(process.execPath, ['--disable-warning=DEP0040', buildScript, variant], {
    cwd: root,
    env: {
      ...process.env,
      // The address that the plain configuration has.
      SITE_URL: 'https://essays.example',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  let megabytes = 0;
  const sampler = setInterval(async () => {
    megabytes = Math.max(megabytes, await memoryOf(child.pid ?? 0));
  }, 250);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(sampler));
  if (status !== 0) throw new Error(`The build failed:\n${output}`);
  const { seconds } = printed.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  return { seconds, megabytes };
}

/** Resident memory of a process and all that it started, in MiB. */
async function memoryOf(top: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([top]);
  // A child may stand before its parent.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [pid = 0, parent = 0] of processes) if (family.has(parent)) family.add(pid);
  }
  const kibibytes = processes.flatMap(([pid = 0, , rss = 0]) => (family.has(pid) ? [rss] : []));
  return kibibytes.reduce((sum, each) => sum + each, 0) / 1024;
}
