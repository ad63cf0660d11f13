/**
 * The pages of many essays, made in parts. Whatever Astro and its bundler take for an essay they keep until they end,
 * so each part is made by a process of its own, one after the other: a thousand essays need no more memory than a part.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Essay } from '../essay/essay.ts';
import type { BuildStep, RecordedEssay } from '../essay/this-build.ts';
import { partsFolder } from '../publishing/swap-site.ts';
import type { BuildPlan } from './plan-build.ts';

export interface PartJob {
  readonly root: string;
  readonly folder: string;
  /** Names of the files of its essays. */
  readonly names: readonly string[];
}

/** What the process of a part says: how far it is, and at its end what it made or why it failed. */
export type PartMessage =
  | { readonly step: BuildStep }
  | { readonly made: readonly RecordedEssay[] }
  | { readonly failure: string; readonly code: string | undefined };

export interface Part {
  readonly folder: string;
  readonly made: readonly RecordedEssay[];
}

const running = new Set<ChildProcess>();

/** Ends the parts that are being made, for a build that ends before them. */
export function stopParts(): void {
  for (const child of running) child.kill('SIGKILL');
}

export async function makeParts(
  root: string,
  folder: string,
  { parts }: BuildPlan,
  report: (step: BuildStep) => void,
): Promise<Part[]> {
  const done: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const names = part.map(({ name }) => name);
    const job = { root, folder: join(partsFolder(folder), String(index)), names };
    done.push({ folder: job.folder, made: await makePart(job, report) });
  }
  return done;
}

/** Moves the pages of `parts`, and the pictures they show, into `folder`. */
export function placeParts(parts: readonly Part[], folder: string): void {
  for (const part of parts) {
    for (const { essay } of part.made) move(part.folder, folder, essay);
    const pictures = join(part.folder, '_astro');
    if (existsSync(pictures)) cpSync(pictures, join(folder, '_astro'), { recursive: true });
  }
}

/** File by file: what is served as it is may lie beside an essay, and is there in every part. */
function move(from: string, to: string, { path }: Essay): void {
  for (const entry of readdirSync(join(from, path), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, file));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(file, target);
  }
}

async function makePart(
  job: PartJob,
  report: (step: BuildStep) => void,
): Promise<readonly RecordedEssay[]> {
  const child = fork(join(import.meta.dirname, 'make-part.ts'), {
    cwd: job.root,
    execArgv: ['--disable-warning=DEP0040'],
  });
  running.add(child);
  child.send(job);
  try {
    return await new Promise((resolve, reject) => {
      child.on('message', (message: PartMessage) => {
        if ('step' in message) return report(message.step);
        if ('made' in message) return resolve(message.made);
        return reject(Object.assign(new Error(message.failure), { code: message.code }));
      });
      child.on('error', reject);
      child.on('exit', () => reject(new Error('A part of the build ended before its end.')));
    });
  } finally {
    running.delete(child);
  }
}
