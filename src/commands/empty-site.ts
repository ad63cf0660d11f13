/** `npm run new -- --empty-site "Name of the site"`: takes the sample out, and leaves everything else as it is. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { predictPages } from '../checking/predict-pages.ts';
import { type Permalinks, permalinksFile, writePermalinks } from '../permalinks/permalinks.ts';
import { keysCitedBy, type Project } from '../project.ts';

/** The essay that the project brings. */
const sampleFile = 'content/essays/north-korea-and-russian-relations.mdx';
const settingsFile = 'src/site.ts';

/** What files are to become, by their names from the top of the project; `undefined` for one that is to go. */
export type PlannedFiles = ReadonlyMap<string, string | undefined>;

/** True when the sample was there. */
export async function emptySite(project: Project, title: string): Promise<boolean> {
  const settings = await readFile(join(project.root, settingsFile), 'utf8');
  const planned = planEmptySite(project, settings, title);
  if (planned === undefined) {
    console.error(`${sampleFile} is not there. Nothing was changed.`);
    return false;
  }
  for (const [name, text] of planned) {
    if (text === undefined) await rm(join(project.root, name), { force: true });
    else await writeFile(join(project.root, name), text);
  }
  console.log(describe(planned));
  return true;
}

/** `settings` is the text of `src/site.ts`; `undefined` when the sample is not there. */
export function planEmptySite(
  project: Project,
  settings: string,
  title: string,
): PlannedFiles | undefined {
  const sample = project.essays.find(({ name }) => name === sampleFile);
  if (sample === undefined) return undefined;
  const kept = { ...project, essays: project.essays.filter((essay) => essay !== sample) };
  const stillCited = keysCitedBy(kept, [...kept.essays, ...kept.drafts]);
  const gone = keysCitedBy(project, [sample]).difference(stillCited);
  const planned = new Map<string, string | undefined>([[sampleFile, undefined]]);
  for (const name of project.settings.citationFiles.bibliography) {
    const text = project.library.texts.get(name);
    if (text !== undefined && name.endsWith('.bib')) planned.set(name, withoutEntries(text, gone));
  }
  const register = withoutPages(project.register.permalinks, kept, gone);
  planned.set(permalinksFile, register && writePermalinks(register));
  const changed = settings
    .replace(/^( {2}title: )'.*',$/m, (_line, start) => `${start}${quote(title)},`)
    // Its words are given; those of new essays are the author's to be set.
    .replace(/^( {2}\/\/.*\n)? {2}smartPunctuation: false,\n/m, '');
  if (changed !== settings) planned.set(settingsFile, changed);
  return planned;
}

/** Of BibTeX whose entries each begin a line, those of other keys, and everything before the first. */
function withoutEntries(text: string, keys: ReadonlySet<string>): string {
  const entries = text.split(/^(?=@)/m);
  const left = entries.filter(
    (entry) => !keys.has(/^@\w+\s*\{\s*([^\s,]+)/.exec(entry)?.[1] ?? ''),
  );
  return `${left.join('').trimEnd()}\n`;
}

/** The register of the essays that stay; `undefined` when none does. */
function withoutPages(
  { pages, retired, sources }: Permalinks,
  kept: Project,
  gone: ReadonlySet<string>,
): Permalinks | undefined {
  if (kept.essays.length === 0) return undefined;
  const idsOf = new Map(predictPages(kept).pages.map(({ path, ids }) => [path, new Set(ids)]));
  return {
    pages: Object.fromEntries(
      Object.entries(pages).flatMap(([path, page]) => {
        const ids = idsOf.get(path);
        if (ids === undefined) return [];
        const anchors = Object.entries(page.anchors).filter(([anchor]) => ids.has(anchor));
        return [[path, { ...page, anchors: Object.fromEntries(anchors) }]];
      }),
    ),
    retired,
    sources: Object.fromEntries(Object.entries(sources).filter(([key]) => !gone.has(key))),
  };
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function describe(planned: PlannedFiles): string {
  return [
    `The sample is gone: its essay, its sources and its permalinks. Changed: ${[...planned.keys()].join(', ')}.`,
    'If the site is kept with git, `git restore content src/site.ts` brings all of it back.',
    '',
    'npm run new -- "Title"  makes the file of an essay',
    'npm run dev             shows the site while you write',
    `${settingsFile}             has its name, its language and its authors`,
  ].join('\n');
}
