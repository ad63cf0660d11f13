import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Content, checkBodies, checkMetadata, textOf } from '../checking/check-content.ts';
import { nameDraft } from '../checking/links-to-drafts.ts';
import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import type { BuildStep, RecordedEssay } from '../essay/this-build.ts';
import { library } from '../library.ts';
import { placeAt } from '../problems/place.ts';
import { hasError, printProblems, type ReportOptions } from '../problems/print-problems.ts';
import type { Problem } from '../problems/problem.ts';
import { type BuiltSite, finishSite } from '../publishing/built-pages.ts';
import type { PageProblem } from '../publishing/check-pages.ts';
import { isBareLeftover } from '../publishing/find-leftovers.ts';
import { finishedFiles, keepFiles } from '../publishing/kept-pages.ts';
import { severities } from '../site.ts';
import { beginFormatting } from './begin-formatting.ts';
import { makeParts, placeParts } from './make-parts.ts';
import type { BuildPlan } from './plan-build.ts';
import { recallEntries } from './source-entries.ts';

export interface PageOptions extends ReportOptions {
  /** Is told of every essay that a step is done with. */
  readonly report?: (step: BuildStep) => void;
}

export interface MadePages extends BuiltSite {
  /** The essays whose pages were made. */
  readonly made: readonly RecordedEssay[];
}

/**
 * Makes the pages of the project at `root` in `folder` and checks them. Prints what is wrong; the pages, when
 * nothing is.
 */
export async function makePages(
  root: string,
  folder: string,
  content: Content,
  plan: BuildPlan,
  options: PageOptions,
): Promise<MadePages | undefined> {
  await recallEntries(root, content, plan);
  if (plan.parts.length === 0) await beginFormatting(library, formattedLast(content, plan));
  if (!(await isSound(content, options))) return undefined;
  const { report = () => {} } = options;
  const made: RecordedEssay[] = [];
  try {
    const parts = await makeParts(root, folder, plan, report);
    made.push(...parts.flatMap((part) => part.made));
    const recorded = [...plan.kept, ...made];
    if (parts.length > 0) await beginFormatting(library, formattedLast(content, plan));
    // Only now: Astro takes a quarter of a gigabyte to load.
    const { runAstro } = await import('./run-astro.ts');
    const others = recorded.map(({ essay }) => essay);
    made.push(...(await runAstro({ root, folder, essays: plan.last, others, recorded, report })));
    placeParts(parts, folder);
  } catch (error) {
    // What the disk refuses is no fault of the content, nor Astro's.
    if (describeDiskFailure(error) !== undefined) throw error;
    const bodies = await checkBodies(content);
    if (!hasError(bodies, options)) console.error(error instanceof Error ? error.message : error);
    else printProblems(bodies, (name) => textOf(content, name), options);
    return undefined;
  }
  keepFiles(plan.kept, join(root, 'dist'), folder);
  const built = await finishSite(folder, finishedFiles(plan.kept));
  const builtText = (name: string) =>
    textOf(content, name) ?? readFileSync(join(folder, name), 'utf8');
  const isClean = printProblems(
    [...built.problems, ...built.deadLinks].map((problem) =>
      atItsOrigin(nameDraft(problem, content.drafts), content),
    ),
    builtText,
    options,
  );
  return isClean ? { ...built, made } : undefined;
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

/** In the last part of a build: its own notes, and all sources. */
function formattedLast({ essays }: Content, { last }: BuildPlan) {
  return { notes: last, sources: essays };
}

/** Prints what can be told before the build; if that has an error, everything else that is wrong, too. */
async function isSound(content: Content, options: ReportOptions): Promise<boolean> {
  const quick = await checkMetadata(content);
  // A build stops at errors of the text by itself; warnings only a check of it shows.
  const needsBodies = options.strict || Object.keys(severities).length > 0;
  const bodies = needsBodies || hasError(quick, options) ? await checkBodies(content) : [];
  return printProblems([...quick, ...bodies], (name) => textOf(content, name), options);
}
