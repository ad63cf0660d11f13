/** The project as a value: all that a site is made of, read once, with each essay parsed once. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findKeys } from './citations/find-keys.ts';
import { listFiles } from './disk/list-files.ts';
import { monthlyArchives, yearlyArchives } from './essay/essay.ts';
import { essaysFolder } from './essay/essay-file.ts';
import { leadImage } from './essay/lead-image.ts';
import { type EssayFile, type PunctuationMode, readEssayFile } from './essay/read-essay-file.ts';
import { type Library, loadLibrary } from './formatting/load-library.ts';
import type { FileUse } from './markdown/file-data.ts';
import { type ParsedEssay, parseEssay } from './markdown/parse-essay.ts';
import { memoizeByEssay } from './memoize-by-essay.ts';
import { entryOf } from './permalinks/permalinks.ts';
import { type Register, readRegister } from './permalinks/read-register.ts';
import { withdrawnPages } from './permalinks/withdrawn.ts';
import type { SiteSettings } from './site.ts';

export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly settings: SiteSettings;
  /** Those that are published, also where something is wrong with them. */
  readonly essays: readonly EssayFile[];
  readonly drafts: readonly EssayFile[];
  /** Every file below `content`, from the top of the project. */
  readonly files: readonly string[];
  readonly library: Library;
  readonly register: Register;
}

/** Essays and sources that are as they were in `last` are the same objects as there. */
export async function openProject(
  root: string,
  settings: SiteSettings,
  last?: Project,
): Promise<Project> {
  const files = await listContent(root);
  const [all, library, register] = await Promise.all([
    readEssayFiles(root, files, settings.site, last),
    loadLibrary(root, settings.citationFiles, last?.library),
    readRegister(root, last?.register),
  ]);
  const { essays = [], drafts = [] } = Object.groupBy(all, ({ isDraft }) =>
    isDraft ? 'drafts' : 'essays',
  );
  return { root, settings, essays, drafts, files, library, register };
}

/** The same with its drafts among the essays: what is built for the eyes of a colleague. */
export function withDraftsAsEssays(project: Project): Project {
  return { ...project, essays: [...project.essays, ...project.drafts], drafts: [] };
}

/**
 * The essay of `project`, parsed; once for as long as neither it nor the register nor what it may say of its sources has
 * changed, save where its tree was taken.
 */
export function parsedEssay(project: Project, essay: EssayFile): ParsedEssay {
  return parsed.of(project, essay);
}

/** The parsed essay for one who changes its tree and keeps it: whoever asks next gets another. */
export function takeParsedEssay(project: Project, essay: EssayFile): ParsedEssay {
  const result = parsedEssay(project, essay);
  parsed.forget(essay);
  return result;
}

const parsed = memoizeByEssay((project: Project, file) => {
  const { root, library, register, settings } = project;
  const published = file.essay && entryOf(register.permalinks.pages, file.essay.path);
  const punctuation = punctuationOf(settings.site);
  const numbering = settings.notes;
  const locators = library.locatorsIn(file.essay?.lang ?? settings.site.lang);
  const options = { published, punctuation, numbering, locators };
  return parseEssay(root, file, library.bibliography, options);
});

/** Keys of all sources that are cited, be it in a draft. */
export function keysCitedBy(project: Project, essays: readonly EssayFile[]): Set<string> {
  return new Set(essays.flatMap((essay) => keys.of(project, essay)));
}

/** Apart from the tree, which may be taken before all have asked. */
const keys = memoizeByEssay((project: Project, essay) => {
  const { notes } = parsedEssay(project, essay).data;
  // Of a text that cannot be read, nobody can tell what it does not cite.
  return notes?.flatMap((note) => note.keys) ?? findKeys(essay.text);
});

/** The files that an essay names and that are there. */
export interface NamedFiles {
  /** The picture above the text first. */
  readonly pictures: readonly FileUse[];
  /** What it leads to and has beside it. */
  readonly linked: readonly FileUse[];
}

export function filesNamedBy(project: Project, essay: EssayFile): NamedFiles {
  return namedFiles.of(project, essay);
}

/** Apart from the tree, too. */
const namedFiles = memoizeByEssay((project: Project, essay): NamedFiles => {
  const { pictures = [], linkedFiles = [] } = parsedEssay(project, essay).data;
  const lead = leadImage(essay);
  const isThere = lead !== undefined && project.files.includes(lead.file);
  return { pictures: [...(isThere ? [lead] : []), ...pictures], linked: linkedFiles };
});

/** Addresses of pages that are to say that they were withdrawn, where `shown` have pages of their own: drafts, too. */
export function withdrawnOf({ essays, register }: Project, shown = essays): string[] {
  const live = shown.flatMap(({ essay }) => essay ?? []);
  // No list is made for drafts.
  const listed = live.filter(({ draft }) => !draft);
  const pages = [...live, ...yearlyArchives(listed), ...monthlyArchives(listed)];
  return withdrawnPages(register.permalinks.retired, new Set(pages.map(({ path }) => path)));
}

/** The essay or draft in the file of this name. */
export function essayNamed({ essays, drafts }: Project, name: string): EssayFile | undefined {
  return [essays, drafts].flatMap((some) => some.find((each) => each.name === name) ?? [])[0];
}

/** The text of a file that a problem may name. */
export function textOf(project: Project, name: string): string | undefined {
  const { library, register } = project;
  return (
    essayNamed(project, name)?.text ??
    library.texts.get(name) ??
    (name === register.file ? register.text : undefined)
  );
}

function punctuationOf({ smartPunctuation }: SiteSettings['site']): PunctuationMode {
  return smartPunctuation === false ? 'typed' : 'smart';
}

async function listContent(root: string): Promise<string[]> {
  const files = await listFiles(join(root, 'content')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return files.map((file) => relative(root, file).replaceAll('\\', '/'));
}

/** A picture that came or went may be what is wrong with any essay, so all are new then. */
async function readEssayFiles(
  root: string,
  files: readonly string[],
  site: SiteSettings['site'],
  last: Project | undefined,
): Promise<EssayFile[]> {
  const isAsItWas = last?.files.join('\n') === files.join('\n');
  const known = new Map(
    isAsItWas ? [...last.essays, ...last.drafts].map((essay) => [essay.name, essay]) : [],
  );
  const names = files.filter(
    (name) => name.startsWith(`${essaysFolder}/`) && name.endsWith('.mdx'),
  );
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, name), 'utf8');
      const same = known.get(name);
      return same?.text === text ? same : readEssayFile(name, text, site.lang, punctuationOf(site));
    }),
  );
}
