/** All essays at a glance: what `npm run list` shows. */
import { citedKeys } from '../essay/essay-record.ts';
import { frontMatter } from '../essay/front-matter.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import { assignSeverity, type Problem } from '../problems/problem.ts';
import type { Project } from '../project.ts';
import { essayBody } from './predict-pages.ts';

export interface ListedEssay {
  /** From the top of the project. */
  readonly file: string;
  /** Address from the top of the site, `undefined` while the front matter is faulty. */
  readonly path: string | undefined;
  /** As far as the front matter says so, even where it is faulty. */
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly draft: boolean;
  /** `undefined` while the text cannot be read. */
  readonly words: number | undefined;
  readonly notes: number | undefined;
  readonly sources: number | undefined;
  readonly errors: number;
  readonly warnings: number;
}

/** Newest first; without a date, last. `problems` are all there are in the project. */
export function listEssays(project: Project, problems: readonly Problem[]): ListedEssay[] {
  const diagnostics = assignSeverity(
    problems.map((problem) => ({ ...problem, isInDraft: false })),
    { severities: project.settings.severities, strict: false },
  );
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  return [...project.essays, ...project.drafts]
    .map((file): ListedEssay => {
      const record = essayBody(project, file)?.record;
      const found = byFile.get(file.name) ?? [];
      const errors = found.filter(({ severity }) => severity === 'error').length;
      return {
        file: file.name,
        ...readFields(file),
        draft: file.isDraft,
        words: record?.words,
        notes: record?.notes.length,
        sources: record && citedKeys(record).length,
        errors,
        warnings: found.length - errors,
      };
    })
    .sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.file, b.file));
}

function readFields({
  essay,
  frontMatter: { data },
}: EssayFile): Pick<ListedEssay, 'path' | 'title' | 'date'> {
  if (essay !== undefined) {
    return { title: essay.title, date: essay.date.iso, path: essay.path };
  }
  const { title, date } = data;
  const { data: fields } = frontMatter.safeParse({ title: 'T', date });
  return {
    title: typeof title === 'string' ? title : undefined,
    date: fields?.date.iso,
    path: undefined,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
