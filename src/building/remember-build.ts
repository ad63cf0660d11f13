import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import { filesBeside } from '../publishing/essay-files.ts';
import type { KeptEssay, KeptFile, PublishedEssays } from '../publishing/kept-pages.ts';
import { type Manifest, pathFrom } from '../publishing/manifest.ts';
import type { MadePages } from './make-pages.ts';
import type { BuildPlan } from './plan-build.ts';

/** What is about to be published. */
interface BuiltFiles extends MadePages {
  readonly folder: string;
  readonly manifest: Manifest;
  /** How hard it was compressed. */
  readonly quality: number;
}

/**
 * What the pages of each essay were made from, by `keys`, and which files they are, for the next build. An essay with
 * a dead link is left out: the link is to be looked at again.
 */
export async function describeBuild(
  root: string,
  keys: BuildPlan['keys'],
  kept: BuildPlan['kept'],
  { folder, pages, problems, made, manifest, quality }: BuiltFiles,
): Promise<PublishedEssays> {
  const recorded = [...kept, ...made];
  const foreign = await publicFiles(root);
  const beside = filesBeside(
    Object.keys(manifest.files).filter((name) => !foreign.has(name)),
    recorded.map(({ essay }) => essay.path),
  );
  const pageOf = new Map(pages.map((page) => [page.path, page]));
  const keptFile = (name: string): KeptFile => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return { size, time: mtimeMs, digest: manifest.files[name] ?? '' };
  };
  const essays = recorded.flatMap(({ essay, record }): [string, KeptEssay][] => {
    const key = keys.get(essay.slug);
    const page = pageOf.get(essay.path);
    if (key === undefined || page === undefined) return [];
    if (page.links.some(({ file }) => file === undefined)) return [];
    const names = [...(beside.get(essay.path) ?? []), ...page.pictures];
    const files = Object.fromEntries(names.map((name) => [name, keptFile(name)]));
    const own = problems.filter(({ file }) => file.startsWith(essay.path));
    return [[essay.slug, { essay, record, key, page, problems: own, files }]];
  });
  return { quality, essays: Object.fromEntries(essays) };
}

/** Names of what is served as it is, which belongs to no essay even where it lies beside one. */
async function publicFiles(root: string): Promise<Set<string>> {
  const folder = join(root, 'public');
  const files = await listFiles(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return new Set(files.map((file) => pathFrom(folder, file)));
}
