/**
 * The pages of essays that nothing has changed in since the last build. They are published again as they are: a
 * build makes what is new, and links these files into its folder. Whoever writes to one of them there writes to the
 * last good site, so nothing does.
 */
import { copyFileSync, linkSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { recall, remember } from '../disk/memory-file.ts';
import type { RecordedEssay } from '../essay/this-build.ts';
import type { BuiltPage, FinishedFiles } from './built-pages.ts';
import type { PageProblem } from './check-pages.ts';

/** A published file, by what the disk tells of it without reading it. */
export interface KeptFile {
  /** Bytes. */
  readonly size: number;
  /** When it was written, in milliseconds since 1970. */
  readonly time: number;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
}

export interface KeptEssay extends RecordedEssay {
  /** Digest of all that its pages were made from. */
  readonly key: string;
  readonly page: BuiltPage;
  /** What is wrong with its files, none of it an error. */
  readonly problems: readonly PageProblem[];
  /** By path from the top of the site. */
  readonly files: Readonly<Record<string, KeptFile>>;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** It is written by the code that reads it: only its form is looked at. */
const memory = z.object({
  /** How hard texts were compressed: a quality of Brotli. */
  quality: z.number(),
  /** By slug. */
  essays: z.record(
    z.string(),
    z.object({
      key: z.string(),
      essay: z.custom<KeptEssay['essay']>(isObject),
      record: z.custom<KeptEssay['record']>(isObject),
      page: z.custom<BuiltPage>(isObject),
      problems: z.array(z.custom<PageProblem>(isObject)).readonly(),
      files: z.record(
        z.string(),
        z.object({ size: z.number(), time: z.number(), digest: z.string() }),
      ),
    }),
  ),
});

export type PublishedEssays = z.infer<typeof memory>;

const memoryFile = '.astro/published-essays.json';

/** What the last build at `root` published. */
export function recallEssays(root: string): PublishedEssays {
  return recall(join(root, memoryFile), memory) ?? { quality: 0, essays: {} };
}

export function rememberEssays(root: string, published: PublishedEssays): void {
  remember(join(root, memoryFile), published);
}

/** Whether all files of `essay` below `folder` are as they were published. */
export function isAsPublished({ files }: KeptEssay, folder: string): boolean {
  return Object.entries(files).every(([path, { size, time }]) => {
    const now = statSync(join(folder, path), { throwIfNoEntry: false });
    return now?.size === size && now.mtimeMs === time;
  });
}

/** All that is known of the pages of `essays` without another look. */
export function finishedFiles(essays: readonly KeptEssay[]): FinishedFiles {
  return {
    names: new Set(essays.flatMap(({ files }) => Object.keys(files))),
    pages: essays.map(({ page }) => page),
    problems: essays.flatMap(({ problems }) => problems),
  };
}

/** Digests by path, but of compressed copies, which may be made again. */
export function knownDigests(essays: readonly KeptEssay[]): Map<string, string> {
  return new Map(
    essays.flatMap(({ files }) =>
      Object.entries(files).flatMap(([path, { digest }]): [string, string][] =>
        /\.(?:br|gz)$/.test(path) ? [] : [[path, digest]],
      ),
    ),
  );
}

/** Puts the files of `essays` from the folder `from` into `to`, without a copy where the disk can do so. */
export function keepFiles(essays: readonly KeptEssay[], from: string, to: string): void {
  const folders = new Set<string>();
  const paths = new Set(essays.flatMap(({ files }) => Object.keys(files)));
  for (const path of paths) {
    const target = join(to, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    keepFile(join(from, path), target);
  }
}

/** A picture may be there already: others have it, too. */
function keepFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    if (isThere && from.includes('/_astro/')) return;
    if (isThere) throw error;
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}
