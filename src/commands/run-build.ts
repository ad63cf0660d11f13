import type { BuiltPage } from '../delivery/built-pages.ts';
import { checkPermalinks, countNew } from '../delivery/check-permalinks.ts';
import { compressFiles } from '../delivery/compress-files.ts';
import { completeHostFiles } from '../delivery/host-files.ts';
import { finishedFiles, knownDigests } from '../delivery/kept-pages.ts';
import { writeManifest } from '../delivery/manifest.ts';
import { publishedAnchors } from '../delivery/published-anchors.ts';
import { swapSite } from '../delivery/swap-site.ts';
import { library } from '../library.ts';
import { editionsSwitch } from '../metadata/editions.ts';
import { site } from '../site.ts';
import { type Content, readContent } from './check-content.ts';
import { inBuildFolder } from './in-build-folder.ts';
import { makePages } from './make-pages.ts';
import { planBuild } from './plan-build.ts';
import { printProblems, type ReportOptions } from './print-problems.ts';
import { readRegister } from './read-register.ts';
import { rememberBuild } from './remember-build.ts';

export interface BuildOptions extends ReportOptions {
  /** Whether to leave out the compressed copies, for hosts that compress by themselves. */
  readonly uncompressed?: boolean;
  /** Whether every essay is made as PDF, EPUB and the other editions, too. */
  readonly editions: boolean;
}

/**
 * Builds the site of the project at `root` beside its `dist`, checks all that was built, and only then puts it
 * in its place. Says what is wrong when anything is, and leaves the last good `dist` as it was. True when the
 * site was built.
 */
export async function runBuild(root: string, options: BuildOptions): Promise<boolean> {
  process.env[editionsSwitch] = options.editions ? 'on' : 'off';
  const isPublished = await inBuildFolder(root, async (next, lock) => {
    const content = await readContent(root, library);
    const { editions, uncompressed = false } = options;
    const plan = await planBuild(root, content, { editions, uncompressed });
    const built = await makePages(root, next, content, plan, options);
    if (built === undefined || !(await keepsPermalinks(root, built.pages, content, options)))
      return false;
    await completeHostFiles(
      next,
      built.pages.map(({ policy }) => policy),
    );
    const { names } = finishedFiles(plan.kept);
    const quality = uncompressed ? 0 : await compressFiles(next, { names, quality: plan.quality });
    const manifest = await writeManifest(next, knownDigests(plan.kept));
    if (!lock.holds()) throw new Error('Another build has taken the place of this one.');
    swapSite(root, next);
    rememberBuild(root, plan, { ...built, manifest, quality });
    return true;
  });
  if (isPublished) {
    console.log('The site is in dist/, ready for any static host.');
    if (site.url === undefined)
      console.log('No page says where it is published: SITE_URL is not set.');
  } else console.error('\nNothing was published: dist/ is as it was.');
  return isPublished;
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
