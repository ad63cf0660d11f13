import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import config from '../../astro.config.ts';
import { placeAt } from '../citations/place.ts';
import type { Problem } from '../citations/problem.ts';
import { type BuiltPage, finishSite } from '../delivery/built-pages.ts';
import type { PageProblem } from '../delivery/check-pages.ts';
import { describeDiskFailure } from '../delivery/describe-disk-failure.ts';
import { isBareLeftover } from '../delivery/find-leftovers.ts';
import { library } from '../library.ts';
import { formatAhead } from '../markdown/format-ahead.ts';
import { essayItem } from '../metadata/essay-item.ts';
import { readEssays } from '../metadata/read-essays.ts';
import { severities, site } from '../site.ts';
import { type Content, checkAllButBodies, checkBodies, textOf } from './check-content.ts';
import { nameDraft } from './links-to-drafts.ts';
import { hasError, printProblems, type ReportOptions } from './print-problems.ts';

/**
 * Makes the pages of the project at `root` in `folder` and checks them. Prints what is wrong; the pages, when
 * nothing is.
 */
export async function makePages(
  root: string,
  folder: string,
  content: Content,
  options: ReportOptions,
): Promise<readonly BuiltPage[] | undefined> {
  await beginFormatting(content);
  if (!(await isSound(content, options))) return undefined;
  try {
    // The configuration as it is imported here, so that the build shares our library. Astro's own log names
    // internals; what matters to an author is in the error.
    await build({ ...config, configFile: false, root, outDir: folder, logLevel: 'silent' });
  } catch (error) {
    // What the disk refuses is no fault of the content, nor Astro's.
    if (describeDiskFailure(error) !== undefined) throw error;
    const bodies = await checkBodies(content);
    if (!hasError(bodies, options)) console.error(error instanceof Error ? error.message : error);
    else printProblems(bodies, (name) => textOf(content, name), options);
    return undefined;
  }
  const { pages, problems } = await finishSite(folder);
  const builtText = (name: string) =>
    textOf(content, name) ?? readFileSync(join(folder, name), 'utf8');
  const isClean = printProblems(
    problems.map((problem) => atItsOrigin(nameDraft(problem, content.drafts), content)),
    builtText,
    options,
  );
  return isClean ? pages : undefined;
}

/**
 * A problem of a page is shown in its essay, if what is at fault stands there once; the second of two that must
 * differ, where it stands last. What stands for a missing value was typed by nobody.
 */
function atItsOrigin(problem: PageProblem, { essays }: Content): Problem {
  const { file, words, rule } = problem;
  const [, slug] = /([^/]+)\/index\.html$/.exec(file) ?? [];
  const essay = essays.find((each) => each.slug === slug);
  if (essay === undefined || isBareLeftover(words)) return problem;
  const index = essay.text.lastIndexOf(words);
  const isOne = essay.text.indexOf(words) === index || rule === 'page-ids-are-unique';
  if (index < 0 || !isOne) return problem;
  return { ...problem, file: essay.name, place: placeAt(essay.text, index), length: words.length };
}

/** The formatter has a thread of its own, and much to do: it begins before anything else. */
async function beginFormatting({ essays }: Content): Promise<void> {
  await formatAhead(
    library,
    essays.map(({ text }) => text),
  );
  const items = readEssays(essays).map(({ essay }) => essayItem(essay, site.url));
  // Whatever goes wrong shows on the page that needs it.
  library.references.format(items).catch(() => {});
}

/** Prints what can be told before the build; if that has an error, everything else that is wrong, too. */
async function isSound(content: Content, options: ReportOptions): Promise<boolean> {
  const quick = await checkAllButBodies(content);
  // A build stops at errors of the text by itself; warnings only a check of it shows.
  const needsBodies = options.strict || Object.keys(severities).length > 0;
  const bodies = needsBodies || hasError(quick, options) ? await checkBodies(content) : [];
  return printProblems([...quick, ...bodies], (name) => textOf(content, name), options);
}
