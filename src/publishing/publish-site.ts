/** Finishes and checks what Astro has built beside `dist`, and only then puts it into its place. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkPermalinks, countNew, countReworded } from '../permalinks/check-permalinks.ts';
import type { Permalinks } from '../permalinks/permalinks.ts';
import { publishedAnchors } from '../permalinks/published-anchors.ts';
import { printProblems, type ReportOptions } from '../problems/print-problems.ts';
import { type Project, textOf, withdrawnOf } from '../project.ts';
import type { Session } from '../session.ts';
import { atItsOrigin } from './at-its-origin.ts';
import { type BuildRun, BuildStopped, beginBuild, endBuild } from './build-run.ts';
import { type BuiltSite, finishSite } from './built-pages.ts';
import { compressFiles } from './compress-files.ts';
import { completeHostFiles } from './host-files.ts';
import { writeManifest } from './manifest.ts';
import type { Progress } from './show-progress.ts';
import { recoverSite, swapSite } from './swap-site.ts';

export interface PublishOptions {
  readonly report: ReportOptions;
  readonly progress: Progress;
  /** Whether to write compressed copies, for hosts that send them. */
  readonly compressed: boolean;
  /** Takes what would be published, in the place of publishing it. False when something is wrong with it. */
  readonly divert?: (published: Permalinks, project: Project) => Promise<boolean>;
}

export function publishSite(session: Session, options: PublishOptions): AstroIntegration {
  const { root } = session;
  let run: BuildRun | undefined;
  return {
    name: 'publish-site',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'preview') ensureSite(root);
        if (command !== 'build') return;
        run = beginBuild(root);
        updateConfig({
          outDir: pathToFileURL(`${run.folder}/`),
          // The list that editors read is of all essays and drafts, which no build meets: `astro dev` writes it.
          experimental: { contentIntellisense: false },
        });
      },
      'astro:build:done': async () => {
        if (run === undefined) return;
        try {
          await publish(session, run, options);
        } finally {
          endBuild(root);
        }
      },
    },
  };
}

async function publish(session: Session, run: BuildRun, options: PublishOptions): Promise<void> {
  const { root } = session;
  const { folder, lock } = run;
  options.progress.end();
  const project = await session.project();
  const built = await finishSite(folder);
  if (!printPageProblems(built, folder, project, options.report)) throw new BuildStopped();
  const published = anchorsOf(built, project, session);
  if (options.divert !== undefined) {
    // Whoever takes it says what is wrong.
    if (!(await options.divert(published, project))) throw new BuildStopped('');
    return;
  }
  // One with drafts is shown, not published.
  const isShown = draftPaths(project).length > 0;
  if (!isShown && !keepsPermalinks(published, project, options.report)) throw new BuildStopped();
  await completeHostFiles(
    folder,
    built.pages.map(({ policy }) => policy),
  );
  if (options.compressed) await compressFiles(folder);
  await writeManifest(folder);
  if (!lock.holds()) throw new Error('Another build has taken the place of this one.');
  swapSite(root, folder);
  if (options.report.format !== 'text') return;
  sayWhatIsBuilt(project);
}

/** Every problem of a page is shown in its essay, if what is at fault stands there once. True when none is an error. */
function printPageProblems(
  { problems, deadLinks }: BuiltSite,
  folder: string,
  project: Project,
  report: ReportOptions,
): boolean {
  const builtText = (name: string) =>
    textOf(project, name) ?? readFileSync(join(folder, name), 'utf8');
  const found = [...problems, ...deadLinks].map((problem) => atItsOrigin(problem, project));
  return printProblems(found, builtText, report);
}

/** A draft that was built has no address that lasts, nor has what says that a page was withdrawn. */
function anchorsOf({ pages }: BuiltSite, project: Project, { records }: Session): Permalinks {
  const passing = new Set([...draftPaths(project), ...withdrawnOf(project)]);
  const essays = project.essays.flatMap(({ name, essay }) => {
    const record = records.get(name);
    return essay === undefined || record === undefined
      ? []
      : [{ path: essay.path, notes: record.notes, paragraphs: record.paragraphs }];
  });
  const lasting = pages.filter(({ path }) => !passing.has(path));
  return publishedAnchors(lasting, essays, project.library.bibliography);
}

/** Addresses of the drafts that are built. */
function draftPaths({ essays }: Project): string[] {
  return essays.flatMap(({ essay }) => (essay?.draft ? [essay.path] : []));
}

function sayWhatIsBuilt(project: Project): void {
  const drafts = draftPaths(project);
  if (drafts.length === 0) {
    console.log('The site is in dist/, ready for any static host.');
  } else {
    console.log(
      [
        'The site is in dist/ with its drafts, which no page leads to and no search engine is to keep:',
        ...drafts.map((path) => `  /${path}`),
        'npm run build makes it without them again.',
      ].join('\n'),
    );
  }
  if (project.settings.site.url === undefined)
    console.log('No page says where it is published: SITE_URL is not set.');
}

/** Prints every permalink that is lost, and how many are not recorded yet. True when none is lost. */
function keepsPermalinks(
  published: Permalinks,
  { register }: Project,
  report: ReportOptions,
): boolean {
  if (register.problem !== undefined) {
    return printProblems([register.problem], () => register.text, report);
  }
  const problems = checkPermalinks(register.permalinks, published, register.text);
  const isKept = printProblems(problems, () => register.text, report);
  const fresh = countNew(register.permalinks, published);
  if (isKept && fresh > 0 && report.format === 'text') {
    const what = fresh === 1 ? '1 address or anchor is' : `${fresh} addresses and anchors are`;
    console.log(`${what} new; npm run permalinks records them for good.`);
  }
  const reworded = countReworded(register.permalinks, published);
  if (isKept && reworded > 0 && report.format === 'text') {
    const what = reworded === 1 ? '1 paragraph are' : `${reworded} paragraphs are`;
    console.log(`The words of ${what} not recorded yet; npm run permalinks records them.`);
  }
  return isKept;
}

/** A build that was killed may have left the last site under another name. */
function ensureSite(root: string): void {
  if (!existsSync(join(root, 'dist'))) {
    beginBuild(root);
    recoverSite(root);
    endBuild(root);
  }
  if (existsSync(join(root, 'dist/index.html'))) return;
  throw new BuildStopped('There is no site in dist/ yet: npm run build makes it.');
}
