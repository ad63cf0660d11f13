/** What the integrations of one command of Astro share: the project, and what came of its essays. */
import { relative } from 'node:path';
import type { ElementContent } from 'hast';
import type { PlacedCitation } from './citations/positions.ts';
import type { EssayRecord } from './essay/essay-record.ts';
import { versionsOf } from './essay/versions.ts';
import {
  createReferenceFormatter,
  type ReferenceFormatter,
} from './formatting/reference-formatter.ts';
import type { ParsedEssay } from './markdown/parse-essay.ts';
import type { Counterpart } from './markdown/rehype-paragraph-links.ts';
import {
  essayNamed,
  openProject,
  type Project,
  parsedEssay,
  takeParsedEssay,
  withDraftsAsEssays,
} from './project.ts';
import type { SiteSettings } from './site.ts';

export interface Session {
  /** Absolute path of the project. */
  readonly root: string;
  readonly settings: SiteSettings;
  /** What pages are made of; read when it is first asked for. */
  project(): Promise<Project>;
  /** Pages are made of `project` from now on. */
  use(project: Project): void;
  /** Of the essays whose pages were made, by the name of their file. */
  readonly records: ReadonlyMap<string, EssayRecord>;
  /** Prints the site's own essays. */
  readonly references: ReferenceFormatter;
  /** What the Markdown pipeline needs, of the same project. */
  readonly markdown: {
    take(path: string): ParsedEssay;
    formatted(citation: PlacedCitation): readonly ElementContent[] | undefined;
    keep(name: string, record: EssayRecord): void;
    counterparts(name: string): Counterpart[];
  };
}

export interface SessionOptions {
  /** Whether drafts are built as essays are. */
  readonly drafts?: boolean;
}

/** A session with the project at `root`. */
export function createSession(
  root: string,
  settings: SiteSettings,
  { drafts = false }: SessionOptions = {},
): Session {
  const records = new Map<string, EssayRecord>();
  let reading: Promise<Project> | undefined;
  let current: Project | undefined;
  const read = async () => {
    const opened = await openProject(root, settings);
    current = drafts ? withDraftsAsEssays(opened) : opened;
    return current;
  };
  return {
    root,
    settings,
    records,
    references: createReferenceFormatter(),
    project() {
      reading ??= read();
      return reading;
    },
    use(project) {
      current = project;
      reading = Promise.resolve(project);
    },
    markdown: {
      take(path) {
        const name = relative(root, path).replaceAll('\\', '/');
        const essay = current && essayNamed(current, name);
        if (current === undefined || essay === undefined) {
          throw new Error(`There is no essay ${name}.`);
        }
        return takeParsedEssay(current, essay);
      },
      formatted: (citation) => current?.library.notes?.formatted(citation),
      counterparts: (name) => (current === undefined ? [] : counterpartsOf(current, name)),
      keep: (name, record) => {
        records.set(name, record);
      },
    },
  };
}

/** The essays of `project` that are the one in the file of this name in another language, with their paragraphs. */
function counterpartsOf(project: Project, name: string): Counterpart[] {
  const { essay } = essayNamed(project, name) ?? {};
  if (essay === undefined) return [];
  const known = project.essays.flatMap((each) => each.essay ?? []);
  const { original, translations } = versionsOf(essay, known);
  return [...(original ? [original] : []), ...translations].flatMap(({ lang, path }) => {
    const file = project.essays.find((each) => each.essay?.path === path);
    if (path === undefined || file === undefined) return [];
    const { paragraphs = [] } = parsedEssay(project, file).data;
    return [
      { lang, address: `/${path}`, anchors: new Set(paragraphs.map(({ anchor }) => anchor)) },
    ];
  });
}
