/** All essays at a glance: what `npm run list` shows. */
import { citedKeys } from '../essay/essay-record.ts';
import { frontMatter } from '../essay/front-matter.ts';
import { readEssays } from '../essay/read-essays.ts';
import { readYaml } from '../essay/read-yaml.ts';
import { assignSeverity } from '../problems/problem.ts';
import { severities } from '../site.ts';
import type { EssayFile } from './check-content.ts';
import type { CheckedSite } from './check-site.ts';
import { readText } from './read-text.ts';

export interface ListedEssay {
  /** From the top of the project. */
  readonly file: string;
  /** Address from the top of the site, or nothing while the front matter is faulty. */
  readonly path: string | undefined;
  /** As far as the front matter says so, even where it is faulty. */
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly draft: boolean;
  /** Nothing while the text cannot be read. */
  readonly words: number | undefined;
  readonly notes: number | undefined;
  readonly sources: number | undefined;
  readonly errors: number;
  readonly warnings: number;
}

/** Newest first; without a date, last. */
export async function listEssays({ content, problems }: CheckedSite): Promise<ListedEssay[]> {
  const diagnostics = assignSeverity(
    problems.map((problem) => ({ ...problem, isInDraft: false })),
    { severities, strict: false },
  );
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  const { library } = content;
  const all = [
    ...content.essays.map((file) => ({ file, draft: false })),
    ...content.drafts.map((file) => ({ file, draft: true })),
  ].map(async ({ file, draft }): Promise<ListedEssay> => {
    const record = (await readText(file, library))?.record;
    const found = byFile.get(file.name) ?? [];
    const errors = found.filter(({ severity }) => severity === 'error').length;
    return {
      file: file.name,
      ...readFields(file),
      draft,
      words: record?.words,
      notes: record?.notes.length,
      sources: record && citedKeys(record).length,
      errors,
      warnings: found.length - errors,
    };
  });
  return (await Promise.all(all)).sort(
    (a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.file, b.file),
  );
}

function readFields(file: EssayFile): Pick<ListedEssay, 'path' | 'title' | 'date'> {
  const [read] = readEssays([file]);
  if (read !== undefined) {
    const { title, date, path } = read.essay;
    return { title, date: date.iso, path };
  }
  const { title, date } = readYaml(file.yaml) ?? {};
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
