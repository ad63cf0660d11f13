/** Which essays a build makes the pages of, and which are published again as the last build made them. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Bibliography } from '../citations/bibliography.ts';
import { findKeys } from '../citations/find-citations.ts';
import { successorOf } from '../delivery/keep-retired.ts';
import { isAsPublished, type KeptEssay, recallEssays } from '../delivery/kept-pages.ts';
import { listFiles } from '../delivery/list-files.ts';
import type { Permalinks } from '../delivery/permalinks.ts';
import { type Essay, neighborsOf, newestFirst } from '../metadata/essay.ts';
import { readEssays } from '../metadata/read-essays.ts';
import { citationFiles, site } from '../site.ts';
import type { Content } from './check-content.ts';
import { readRegister } from './read-register.ts';

export interface BuildPlan {
  /** Digest, by slug, of all that an essay's pages are made from. */
  readonly keys: ReadonlyMap<string, string>;
  /** Essays whose pages are made first, each part by itself. */
  readonly parts: readonly (readonly EssayFile[])[];
  /** Essays whose pages are made last, together with the pages of the site. */
  readonly last: readonly EssayFile[];
  readonly kept: readonly KeptEssay[];
  /** How hard the files of `kept` were compressed. */
  readonly quality: number;
}

type EssayFile = Content['essays'][number];

/** What else than content and code the pages depend on. */
export interface BuildSettings {
  readonly editions: boolean;
  readonly uncompressed: boolean;
}

/** A plan that makes all pages anew. */
export function planAfresh({ essays }: Content): BuildPlan {
  return { keys: new Map(), kept: [], quality: 0, parts: [], last: essays };
}

/** The plan for the project at `root`. An essay with a fault in its front matter is made: its build will say so. */
export async function planBuild(
  root: string,
  content: Content,
  settings: BuildSettings,
): Promise<BuildPlan> {
  const register = await readRegister(root);
  const permalinks = 'problem' in register ? undefined : register.permalinks;
  const essays = new Map(
    readEssays(content.essays).map(({ name, essay }) => [name, essay] as const),
  );
  const keys = await essayKeys(root, content, essays, settings, permalinks);
  const wanted = freshAnyway([...essays.values()], permalinks);
  const { essays: last, quality } = recallEssays(root);
  const kept = content.essays.flatMap(({ slug, text }): KeptEssay[] => {
    const known = Object.hasOwn(last, slug) ? last[slug] : undefined;
    if (known === undefined || known.key !== keys.get(slug) || wanted.has(slug)) return [];
    return !runsCode.test(text) && isAsPublished(known, join(root, 'dist')) ? [known] : [];
  });
  const names = new Set(kept.map(({ essay }) => essay.slug));
  const fresh = content.essays.filter(({ slug }) => !names.has(slug));
  return { keys, kept, quality, ...divide(fresh, wanted) };
}

/** How many essays one process makes. Each takes two thirds of a megabyte of memory until it ends. */
const partSize = 150;

/** What has to be in the last part is there; the others are parts of their own when they are many. */
function divide(
  fresh: readonly EssayFile[],
  wanted: ReadonlySet<string>,
): Pick<BuildPlan, 'parts' | 'last'> {
  if (fresh.length <= partSize) return { parts: [], last: fresh };
  const early = fresh.filter(({ slug }) => !wanted.has(slug));
  const count = Math.ceil(early.length / partSize);
  const size = Math.ceil(early.length / count);
  const parts = Array.from({ length: count }, (_, index) =>
    early.slice(index * size, (index + 1) * size),
  );
  return { parts, last: fresh.filter(({ slug }) => wanted.has(slug)) };
}

/** Nobody knows what else an essay reads that imports. */
const runsCode = /^(?:import|export)\s/m;

/** The feed has the newest in full, and a page at an old address is a copy of the new one as Astro made it. */
function freshAnyway(
  essays: readonly Essay[],
  { retired }: Pick<Permalinks, 'retired'> = { retired: {} },
): Set<string> {
  const inFeed = site.url === undefined ? [] : newestFirst(essays).slice(0, site.feedLength);
  const moved = new Set(Object.keys(retired).map((page) => successorOf(page, retired)));
  const targets = essays.filter(({ path }) => moved.has(path));
  return new Set([...inFeed, ...targets].map(({ slug }) => slug));
}

async function essayKeys(
  root: string,
  content: Content,
  essays: ReadonlyMap<string, Essay>,
  settings: BuildSettings,
  permalinks: Permalinks | undefined,
): Promise<Map<string, string>> {
  const { bibliography } = await content.library.load();
  const common = await digestOfSite(root, content, settings);
  const neighbors = neighborsOf([...essays.values()]);
  const pictures = digestsByFolder(root, content);
  return new Map(
    content.essays.map(({ slug, name, text }) => {
      const { previous, next } = neighbors.get(slug) ?? {};
      const path = essays.get(name)?.path ?? '';
      const parts = [
        common,
        text,
        citedItems(text, bibliography),
        [previous, next].map((each) => each && [each.path, each.title, each.lang]),
        permalinks?.pages[path]?.retired,
        text.includes('../') ? [...pictures] : [pictures.get(''), pictures.get(slug)],
      ];
      return [slug, digest(JSON.stringify(parts))] as const;
    }),
  );
}

function citedItems(text: string, { sources }: Bibliography) {
  return [...new Set(findKeys(text))].map((key) => sources.get(key)?.item);
}

/** The code, the packages, the citation style with its locales, and the settings: a change of any changes every page. */
async function digestOfSite(
  root: string,
  { library }: Content,
  settings: BuildSettings,
): Promise<string> {
  const code = [
    ...(await listFiles(join(root, 'src'))),
    ...['astro.config.ts', 'package.json', 'package-lock.json'].map((name) => join(root, name)),
  ];
  const styles = dirname(citationFiles.style);
  const locales = (await listFiles(join(root, styles))).filter((file) =>
    /^locales-.*\.xml$/.test(basename(file)),
  );
  const files = [...code, ...locales].map((file) => [relative(root, file), digestOfFile(file)]);
  const style = library.textOf(citationFiles.style);
  return digest(JSON.stringify([files, style, settings, site.url, process.version]));
}

/** Digests of all files of essays that are not text, by the folder they lie in; those of no essay under ''. */
function digestsByFolder(root: string, { files }: Content): Map<string, string> {
  const others = files.filter((path) => !path.endsWith('.mdx'));
  const byFolder = Map.groupBy(others, (path) =>
    path.includes('/') ? (path.split('/')[0] ?? '') : '',
  );
  return new Map(
    [...byFolder].map(([folder, paths]) => {
      const digests = paths.map((path) => [path, digestOfFile(join(root, 'content/essays', path))]);
      return [folder, digest(JSON.stringify(digests))];
    }),
  );
}

/** Empty when there is no such file. */
function digestOfFile(file: string): string {
  try {
    return hash('sha256', readFileSync(file), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function digest(text: string): string {
  return hash('sha256', text, 'hex');
}
