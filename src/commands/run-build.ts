import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltPage } from '../delivery/built-pages.ts';
import { checkPermalinks, countNew } from '../delivery/check-permalinks.ts';
import { publishedAnchors } from '../delivery/published-anchors.ts';
import { library } from '../library.ts';
import { editionsSwitch } from '../metadata/editions.ts';
import { type Content, readContent } from './check-content.ts';
import { makePages } from './make-pages.ts';
import { printProblems, type ReportOptions } from './print-problems.ts';
import { readRegister } from './read-register.ts';

export interface BuildOptions extends ReportOptions {
  /** Whether every essay is made as PDF, EPUB and the other editions, too. */
  readonly editions: boolean;
}

/**
 * Builds the site of the project at `root` beside its `dist`, checks the pages and the permalinks, and only
 * then puts it in its place. Says what is wrong when anything is, and leaves the last good `dist` as it was.
 * True when the site was built.
 */
export async function runBuild(root: string, options: BuildOptions): Promise<boolean> {
  process.env[editionsSwitch] = options.editions ? 'on' : 'off';
  const next = join(root, '.dist-next');
  const content = await readContent(root, library);
  const pages = await makePages(root, next, content, options);
  if (pages !== undefined && (await keepsPermalinks(root, pages, content, options))) {
    await replace(join(root, 'dist'), next, join(root, '.dist-last'));
    console.log('The site is in dist/, ready for any static host.');
    return true;
  }
  await rm(next, { recursive: true, force: true });
  console.error('\nNothing was published: dist/ is as it was.');
  return false;
}

/** Prints every permalink that is lost, and how many are not recorded yet. True when none is lost. */
async function keepsPermalinks(
  root: string,
  pages: readonly BuiltPage[],
  { essays }: Content,
  options: ReportOptions,
): Promise<boolean> {
  const register = await readRegister(root);
  if ('problem' in register) return printProblems([register.problem], () => undefined, options);
  const { bibliography } = await library.load();
  const published = publishedAnchors(pages, essays, bibliography);
  const problems = checkPermalinks(register.permalinks, published, register.text);
  const isKept = printProblems(problems, () => register.text, options);
  const fresh = countNew(register.permalinks, published);
  if (isKept && fresh > 0) {
    const what = fresh === 1 ? '1 address or anchor is' : `${fresh} addresses and anchors are`;
    console.log(`${what} new; npm run permalinks records them for good.`);
  }
  return isKept;
}

async function replace(folder: string, next: string, last: string): Promise<void> {
  await rm(last, { recursive: true, force: true });
  await rename(folder, last).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(next, folder);
  await rm(last, { recursive: true, force: true });
}
