import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import config from '../../astro.config.ts';
import { findCitations } from '../citations/find-citations.ts';
import { placeAt } from '../citations/place.ts';
import type { Problem } from '../citations/problem.ts';
import type { SourceText } from '../citations/report.ts';
import { type BuiltPage, finishSite } from '../delivery/built-pages.ts';
import { describeDiskFailure } from '../delivery/describe-disk-failure.ts';
import { library } from '../library.ts';
import { severities } from '../site.ts';
import { type Content, checkAllButBodies, checkBodies, textOf } from './check-content.ts';
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
    problems.map((problem) => atItsOrigin(problem, content, builtText)),
    builtText,
    options,
  );
  return isClean ? pages : undefined;
}

/** A link that leads nowhere is shown where its author wrote it, if that is in the text of the page's essay. */
function atItsOrigin(problem: Problem, { essays }: Content, textOfFile: SourceText): Problem {
  if (problem.rule !== 'link-leads-somewhere') return problem;
  const [, slug] = /([^/]+)\/index\.html$/.exec(problem.file) ?? [];
  const essay = essays.find((each) => each.slug === slug);
  const line = textOfFile(problem.file)?.split(/\r\n|\n|\r/)[problem.place.line - 1] ?? '';
  const [, address] = /^[^=]+="([^"]*)"/.exec(line.slice(problem.place.column - 1)) ?? [];
  const index = essay?.text.indexOf(address ?? '') ?? -1;
  if (essay === undefined || !address || index < 0) return problem;
  return { ...problem, file: essay.name, place: placeAt(essay.text, index) };
}

/** The formatter has a thread of its own, and much to do: it begins before anything else. */
async function beginFormatting({ essays }: Content): Promise<void> {
  const { formatter } = await library.load();
  formatter?.formatAhead(essays.flatMap(({ text }) => findCitations(text)));
}

/** Prints what can be told before the build; if that has an error, everything else that is wrong, too. */
async function isSound(content: Content, options: ReportOptions): Promise<boolean> {
  const quick = await checkAllButBodies(content);
  // A build stops at errors of the text by itself; warnings only a check of it shows.
  const needsBodies = options.strict || Object.keys(severities).length > 0;
  const bodies = needsBodies || hasError(quick, options) ? await checkBodies(content) : [];
  return printProblems([...quick, ...bodies], (name) => textOf(content, name), options);
}
