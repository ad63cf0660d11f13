import { build } from 'astro';
import config from '../../astro.config.ts';
import { type BuiltPage, inspectPages } from '../delivery/built-pages.ts';
import { library } from '../library.ts';
import { formatAhead } from '../markdown/format-ahead.ts';
import { essayItem } from '../metadata/essay-item.ts';
import { readEssays } from '../metadata/read-essays.ts';
import { severities, site } from '../site.ts';
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
): Promise<BuiltPage[] | undefined> {
  await beginFormatting(content);
  if (!(await isSound(content, options))) return undefined;
  try {
    // The configuration as it is imported here, so that the build shares our library. Astro's own log names
    // internals; what matters to an author is in the error.
    await build({ ...config, configFile: false, root, outDir: folder, logLevel: 'silent' });
  } catch (error) {
    const bodies = await checkBodies(content);
    if (!hasError(bodies, options)) console.error(error instanceof Error ? error.message : error);
    else printProblems(bodies, (name) => textOf(content, name), options);
    return undefined;
  }
  const pages = await inspectPages(folder);
  const htmlOf = (name: string) => pages.find((page) => page.name === name)?.html;
  const isClean = printProblems(
    pages.flatMap(({ problems }) => problems),
    htmlOf,
    options,
  );
  return isClean ? pages : undefined;
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
