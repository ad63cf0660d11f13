import { type Content, readContent } from '../checking/check-content.ts';
import { library } from '../library.ts';
import { editionsSwitch } from '../metadata/editions.ts';
import { checkPermalinks, countNew } from '../permalinks/check-permalinks.ts';
import { publishedAnchors } from '../permalinks/published-anchors.ts';
import { readRegister } from '../permalinks/read-register.ts';
import { printProblems, type ReportOptions } from '../problems/print-problems.ts';
import { compressFiles } from '../publishing/compress-files.ts';
import { completeHostFiles } from '../publishing/host-files.ts';
import {
  finishedFiles,
  knownDigests,
  type PublishedEssays,
  rememberEssays,
} from '../publishing/kept-pages.ts';
import { writeManifest } from '../publishing/manifest.ts';
import { swapSite } from '../publishing/swap-site.ts';
import { site } from '../site.ts';
import { inBuildFolder } from './in-build-folder.ts';
import { type MadePages, makePages } from './make-pages.ts';
import { type BuildPlan, keysThatHold, planBuild } from './plan-build.ts';
import { describeBuild } from './remember-build.ts';
import { showProgress } from './show-progress.ts';
import { rememberEntries } from './source-entries.ts';

export interface BuildOptions extends ReportOptions {
  readonly format: 'text' | 'lines';
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
  const start = performance.now();
  let counts = { made: 0, kept: 0 };
  const isPublished = await inBuildFolder(root, async (next, lock) => {
    const content = await readContent(root, library);
    const { editions, uncompressed = false } = options;
    const settings = { editions, uncompressed };
    const plan = await planBuild(root, content, settings);
    const all = content.essays.length - plan.kept.length;
    const { report, end } = showProgress(all, options.format);
    const built = await makePages(root, next, content, plan, { ...options, report }).finally(end);
    if (built === undefined || !(await keepsPermalinks(root, built, plan, options))) return false;
    await completeHostFiles(
      next,
      built.pages.map(({ policy }) => policy),
    );
    const { names } = finishedFiles(plan.kept);
    const quality = uncompressed ? 0 : await compressFiles(next, { names, quality: plan.quality });
    const manifest = await writeManifest(next, knownDigests(plan.kept));
    if (!lock.holds()) throw new Error('Another build has taken the place of this one.');
    const keys = await keysThatHold(root, content, plan, settings);
    const files = { ...built, folder: next, manifest, quality };
    const published = await describeBuild(root, keys, plan.kept, files);
    swapSite(root, next);
    await remember(root, content, plan, published);
    counts = { made: built.made.length, kept: plan.kept.length };
    return true;
  });
  if (options.format === 'lines') {
    const seconds = Math.round(performance.now() - start) / 1000;
    console.log(JSON.stringify({ event: 'end', published: isPublished, ...counts, seconds }));
    return isPublished;
  }
  if (isPublished) {
    console.log('The site is in dist/, ready for any static host.');
    if (counts.kept > 0) console.log(describeCounts(counts));
    if (site.url === undefined)
      console.log('No page says where it is published: SITE_URL is not set.');
  } else console.error('\nNothing was published: dist/ is as it was.');
  return isPublished;
}

/** The site is published: whatever goes wrong here only makes the next build slower. */
async function remember(
  root: string,
  content: Content,
  plan: BuildPlan,
  published: PublishedEssays,
): Promise<void> {
  try {
    rememberEssays(root, published);
    await rememberEntries(root, content, plan);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(
      `The next build will make all pages anew: what was built cannot be kept (${reason}).`,
    );
  }
}

function describeCounts({ made, kept }: { made: number; kept: number }): string {
  const essays = (count: number) =>
    count === 1 ? '1 essay' : `${count.toLocaleString('en')} essays`;
  return made === 0
    ? `Nothing changed in any of the ${essays(kept)}.`
    : `The pages of ${essays(made)} were made anew; nothing changed in ${essays(kept)}.`;
}

/** Prints every permalink that is lost, and how many are not recorded yet. True when none is lost. */
async function keepsPermalinks(
  root: string,
  { pages, made }: MadePages,
  { kept }: BuildPlan,
  options: ReportOptions,
): Promise<boolean> {
  const register = await readRegister(root);
  if ('problem' in register) return printProblems([register.problem], () => undefined, options);
  const { bibliography } = await library.load();
  const essays = [...kept, ...made].map(({ essay: { path }, record: { notes } }) => ({
    path,
    notes,
  }));
  const published = publishedAnchors(pages, essays, bibliography);
  const problems = checkPermalinks(register.permalinks, published, register.text);
  const isKept = printProblems(problems, () => register.text, options);
  const fresh = countNew(register.permalinks, published);
  if (isKept && fresh > 0 && options.format === 'text') {
    const what = fresh === 1 ? '1 address or anchor is' : `${fresh} addresses and anchors are`;
    console.log(`${what} new; npm run permalinks records them for good.`);
  }
  return isKept;
}
