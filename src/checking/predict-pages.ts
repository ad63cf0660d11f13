/** The pages that a build would make, with their anchors, as far as the text of the essays tells. */

import { isOfLayout } from '../citations/layout-anchors.ts';
import { sourceAnchor, sourcesPath } from '../citations/source-anchor.ts';
import { monthlyArchives, yearlyArchives } from '../essay/essay.ts';
import { citedKeys } from '../essay/essay-record.ts';
import { readEssays } from '../essay/read-essays.ts';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import type { Permalinks } from '../permalinks/permalinks.ts';
import type { CitingEssay, NamedPage } from '../permalinks/published-anchors.ts';
import { successorOf } from '../permalinks/successor.ts';
import type { Content, EssayFile } from './check-content.ts';
import { readText } from './read-text.ts';

export interface PredictedSite {
  readonly pages: readonly NamedPage[];
  readonly essays: readonly CitingEssay[];
}

/**
 * What the layouts give a page, and not its text, is taken to be as `register` has it: only a build sees that.
 * A retired anchor is there when what took its place is.
 */
export async function predictPages(
  { library, essays }: Content,
  register: Permalinks,
): Promise<PredictedSite> {
  const known = (path: string) => Object.keys(register.pages[path]?.anchors ?? {});
  const read = await readAll(essays, library);
  const cited = new Set(read.flatMap(({ body }) => citedKeys(body.record)));
  const all = read.map(({ essay }) => essay);
  const archives = [...yearlyArchives(all), ...monthlyArchives(all)];
  const made = [
    { path: '', ids: known('') },
    {
      path: sourcesPath,
      ids: [...known(sourcesPath).filter(isOfLayout), ...[...cited].map(sourceAnchor)],
    },
    ...archives.map(({ path }) => ({ path, ids: known(path) })),
    ...read.map(({ essay: { path }, body }) => {
      return {
        path,
        ids: [...known(path).filter(isOfLayout), ...body.anchors],
      };
    }),
  ];
  const pages = made.map(({ path, ids }) => {
    const retired = register.pages[path]?.retired ?? {};
    const kept = Object.keys(retired).filter((old) => ids.includes(successorOf(old, retired)));
    return { path, ids: [...ids, ...kept] };
  });
  const notes = read.map(({ essay, body }) => ({ path: essay.path, notes: body.record.notes }));
  return { pages, essays: notes };
}

/** An essay that cannot be read has problems of its own. */
async function readAll(essays: readonly EssayFile[], library: CitationLibrary) {
  const files = new Map(essays.map((file) => [file.name, file]));
  const read = readEssays(essays).map(async ({ name, essay }) => {
    const file = files.get(name);
    const body = file && (await readText(file, library));
    return body === undefined ? [] : [{ essay, body }];
  });
  return (await Promise.all(read)).flat();
}
