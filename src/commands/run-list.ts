/** Lists every essay, as a table or as data. */
import { checkProject } from '../checking/check-project.ts';
import { formatTable } from '../checking/format-table.ts';
import { type ListedEssay, listEssays } from '../checking/list-essays.ts';
import { essaysFolder, inEssaysFolder } from '../essay/essay-file.ts';
import { openProject } from '../project.ts';
import type { SiteSettings } from '../site.ts';

export interface ListOptions {
  /** Absolute path of the project. */
  readonly root: string;
  readonly settings: SiteSettings;
  readonly format: 'text' | 'json';
}

export async function runList({ root, settings, format }: ListOptions): Promise<void> {
  const project = await openProject(root, settings);
  const essays = listEssays(project, await checkProject(project));
  if (format === 'json') console.log(JSON.stringify(essays, null, 2));
  else if (essays.length === 0) console.log(`There is no essay in ${essaysFolder}/ yet.`);
  else console.log(toTable(essays));
}

function toTable(listed: readonly ListedEssay[]): string {
  return formatTable(
    [
      { name: 'Date', side: 'left' },
      { name: 'Title', side: 'left', limit: 48 },
      { name: 'Words', side: 'right' },
      { name: 'Notes', side: 'right' },
      { name: 'Sources', side: 'right' },
      { name: 'File', side: 'left' },
      { name: '', side: 'left' },
    ],
    listed.map(({ date, title, words, notes, sources, file, ...essay }) => [
      date ?? '?',
      title ?? '?',
      String(words ?? '?'),
      String(notes ?? '?'),
      String(sources ?? '?'),
      inEssaysFolder(file),
      describe(essay),
    ]),
  );
}

function describe({ draft, errors, warnings }: Pick<ListedEssay, 'draft' | 'errors' | 'warnings'>) {
  const count = (number: number, what: string) =>
    number === 0 ? [] : [`${number} ${what}${number === 1 ? '' : 's'}`];
  const state = [...count(errors, 'error'), ...count(warnings, 'warning')];
  return [...(draft ? ['draft'] : []), ...state].join(', ');
}
