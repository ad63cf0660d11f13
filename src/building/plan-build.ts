/** Which essays a build makes the pages of, and which are published again as the last build made them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Content, readContent } from '../checking/check-content.ts';
import { type Essay, newestFirst } from '../essay/essay.ts';
import { readEssays } from '../essay/read-essays.ts';
import type { Permalinks } from '../permalinks/permalinks.ts';
import { readRegister } from '../permalinks/read-register.ts';
import { successorOf } from '../permalinks/successor.ts';
import { isAsPublished, type KeptEssay, recallEssays } from '../publishing/kept-pages.ts';
import { site } from '../site.ts';
import {
  type Addresses,
  type BuildSettings,
  digestItems,
  digestOfSite,
  essayKeys,
} from './content-digests.ts';

export interface BuildPlan {
  /** Digest of what all pages depend on; empty when nothing is remembered. */
  readonly common: string;
  /** Digests of all sources, by key. */
  readonly items: ReadonlyMap<string, string>;
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

/** A plan that makes all pages anew, and remembers nothing. */
export async function planAfresh(root: string, content: Content): Promise<BuildPlan> {
  const { essays, permalinks } = await readAddresses(root, content);
  const parts = divide(content.essays, wantedLast([...essays.values()], permalinks));
  return { common: '', items: new Map(), keys: new Map(), kept: [], quality: 0, ...parts };
}

/** The plan for the project at `root`. An essay with a fault in its front matter is made: its build will say so. */
export async function planBuild(
  root: string,
  content: Content,
  settings: BuildSettings,
): Promise<BuildPlan> {
  const addresses = await readAddresses(root, content);
  const { essays, permalinks } = addresses;
  const { library } = content;
  const items = digestItems((await library.load()).bibliography);
  const common = await digestOfSite(root, content, settings);
  const keys = await essayKeys({ root, content, common, items }, addresses);
  const wanted = wantedLast([...essays.values()], permalinks);
  const { essays: last, quality } = recallEssays(root);
  const kept = content.essays.flatMap(({ slug, text }): KeptEssay[] => {
    const known = Object.hasOwn(last, slug) ? last[slug] : undefined;
    if (known === undefined || known.key !== keys.get(slug) || wanted.has(slug)) return [];
    return !runsCode.test(text) && isAsPublished(known, join(root, 'dist')) ? [known] : [];
  });
  const names = new Set(kept.map(({ essay }) => essay.slug));
  const fresh = content.essays.filter(({ slug }) => !names.has(slug));
  return { common, items, keys, kept, quality, ...divide(fresh, wanted) };
}

/**
 * The keys of essays that nobody has edited since `plan` was made. A long build reads some of the content at its end,
 * and what was edited meanwhile is not what the key says.
 */
export async function keysThatHold(
  root: string,
  { library }: Content,
  { items, keys }: BuildPlan,
  settings: BuildSettings,
): Promise<BuildPlan['keys']> {
  const content = await readContent(root, library);
  const common = await digestOfSite(root, content, settings);
  const addresses = await readAddresses(root, content);
  const now = await essayKeys({ root, content, common, items }, addresses);
  const texts = await Promise.all(
    library.files.map(
      async (file) => (await readFile(file, 'utf8')) === library.textOf(library.nameOf(file)),
    ),
  );
  if (texts.includes(false)) return new Map();
  return new Map([...keys].filter(([slug, key]) => now.get(slug) === key));
}

async function readAddresses(root: string, content: Content): Promise<Addresses> {
  const register = await readRegister(root);
  const essays = readEssays(content.essays).map(({ name, essay }) => [name, essay] as const);
  return {
    permalinks: 'problem' in register ? undefined : register.permalinks,
    essays: new Map(essays),
  };
}

/**
 * How many essays one process makes: each takes two thirds of a megabyte of memory until it ends. The tests make parts
 * of few.
 */
const partSize = Number(process.env['ESSAYS_IN_A_PART'] ?? 250);

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
function wantedLast(
  essays: readonly Essay[],
  { retired }: Pick<Permalinks, 'retired'> = { retired: {} },
): Set<string> {
  const inFeed = site.url === undefined ? [] : newestFirst(essays).slice(0, site.feedLength);
  const moved = new Set(Object.keys(retired).map((page) => successorOf(page, retired)));
  const targets = essays.filter(({ path }) => moved.has(path));
  return new Set([...inFeed, ...targets].map(({ slug }) => slug));
}
