/** The pages that a build would make, with their anchors, as far as the text of the essays tells. */
import { isOfLayout } from '../citations/layout-anchors.ts';
import { sourceAnchor, sourcesPath } from '../citations/source-anchor.ts';
import { monthlyArchives, yearlyArchives } from '../essay/essay.ts';
import { citedKeys } from '../essay/essay-record.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import { type ReadBody, readBody } from '../markdown/read-body.ts';
import { memoizeByEssay } from '../memoize-by-essay.ts';
import type { CitingEssay, NamedPage } from '../permalinks/published-anchors.ts';
import { successorOf } from '../permalinks/successor.ts';
import { type Project, parsedEssay } from '../project.ts';

export interface PredictedPages {
  readonly pages: readonly NamedPage[];
  /** With the notes and paragraphs of each. */
  readonly essays: readonly CitingEssay[];
}

/**
 * What the layouts give a page, and not its text, is taken to be as the register has it: only a build sees that.
 * A retired anchor is there when what took its place is.
 */
export function predictPages(project: Project): PredictedPages {
  const { pages: registered } = project.register.permalinks;
  const known = (path: string) => Object.keys(registered[path]?.anchors ?? {});
  const read = project.essays.flatMap((file) => {
    const body = essayBody(project, file);
    // An essay that cannot be read has problems of its own.
    return file.essay === undefined || body === undefined ? [] : [{ essay: file.essay, body }];
  });
  const cited = new Set(read.flatMap(({ body }) => citedKeys(body.record)));
  const all = read.map(({ essay }) => essay);
  const archives = [...yearlyArchives(all), ...monthlyArchives(all)];
  const pages = [
    { path: '', ids: known('') },
    {
      path: sourcesPath,
      ids: [...known(sourcesPath).filter(isOfLayout), ...[...cited].map(sourceAnchor)],
    },
    ...archives.map(({ path }) => ({ path, ids: known(path) })),
    ...read.map(({ essay: { path }, body }) => ({
      path,
      ids: [...known(path).filter(isOfLayout), ...body.anchors],
    })),
  ];
  return {
    essays: read.map(({ essay: { path }, body: { record } }) => {
      return { path, notes: record.notes, paragraphs: record.paragraphs };
    }),
    pages: pages.map(({ path, ids }) => {
      const retired = registered[path]?.retired ?? {};
      const kept = Object.keys(retired).filter((old) => ids.includes(successorOf(old, retired)));
      return { path, ids: [...ids, ...kept] };
    }),
  };
}

/** What the text of an essay alone tells; once for as long as it and what it cites stay the same. */
export function essayBody(project: Project, file: EssayFile): ReadBody | undefined {
  return bodies.of(project, file);
}

const bodies = memoizeByEssay((project: Project, file) => readBody(parsedEssay(project, file)));
