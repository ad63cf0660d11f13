import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBeside } from '../delivery/essay-files.ts';
import { type KeptEssay, type KeptFile, rememberEssays } from '../delivery/kept-pages.ts';
import type { Manifest } from '../delivery/manifest.ts';
import type { RecordedEssay } from '../metadata/this-build.ts';
import type { MadePages } from './make-pages.ts';
import type { BuildPlan } from './plan-build.ts';

/** What was published, all of it below `dist`. */
interface PublishedBuild extends MadePages {
  readonly manifest: Manifest;
  /** How hard it was compressed. */
  readonly quality: number;
}

/** Remembers what the pages of each essay were made from and which files they are, for the next build. */
export function rememberBuild(
  root: string,
  { keys, kept }: BuildPlan,
  { pages, problems, made, manifest, quality }: PublishedBuild,
): void {
  const dist = join(root, 'dist');
  const recorded: RecordedEssay[] = [...kept, ...made];
  const names = Object.keys(manifest.files);
  const beside = filesBeside(
    names,
    recorded.map(({ essay }) => essay.path),
  );
  const pageOf = new Map(pages.map((page) => [page.path, page]));
  const essays = recorded.flatMap(({ essay, record }): [string, KeptEssay][] => {
    const key = keys.get(essay.slug);
    const page = pageOf.get(essay.path);
    if (key === undefined || page === undefined) return [];
    const files = [...(beside.get(essay.path) ?? []), ...page.pictures].map(
      (name): [string, KeptFile] => {
        const { size, mtimeMs } = statSync(join(dist, name));
        return [name, { size, time: mtimeMs, digest: manifest.files[name] ?? '' }];
      },
    );
    const own = problems.filter(({ file }) => file.startsWith(essay.path));
    return [
      [essay.slug, { essay, record, key, page, problems: own, files: Object.fromEntries(files) }],
    ];
  });
  rememberEssays(root, { quality, essays: Object.fromEntries(essays) });
}
