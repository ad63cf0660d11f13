/** What the integrations of one command of Astro share: the project as last read, and what came of its essays. */
import { relative } from 'node:path';
import type { ElementContent } from 'hast';
import type { Citation } from './citations/citation.ts';
import type { EssayRecord } from './essay/essay-record.ts';
import {
  createReferenceFormatter,
  type ReferenceFormatter,
} from './formatting/reference-formatter.ts';
import type { ParsedEssay } from './markdown/parse-essay.ts';
import { essayNamed, openProject, type Project, takeParsedEssay } from './project.ts';
import type { SiteSettings } from './site.ts';

export interface Session {
  /** Absolute path of the project. */
  readonly root: string;
  readonly settings: SiteSettings;
  /** As last read; read now when it never was. */
  project(): Promise<Project>;
  /** Reads what has changed, from now on. */
  reload(): Promise<Project>;
  /** Of the essays whose pages were made, by the name of their file. */
  readonly records: ReadonlyMap<string, EssayRecord>;
  /** Prints the site's own essays. */
  readonly references: ReferenceFormatter;
  /** What the Markdown pipeline needs, of the project as last read. */
  readonly markdown: {
    take(path: string): ParsedEssay;
    formatted(citation: Citation): readonly ElementContent[] | undefined;
    keep(name: string, record: EssayRecord): void;
  };
}

/** A session with the project at `root`. */
export function createSession(root: string, settings: SiteSettings): Session {
  const records = new Map<string, EssayRecord>();
  let reading: Promise<Project> | undefined;
  let current: Project | undefined;
  const read = async (last?: Promise<Project>) => {
    current = await openProject(root, settings, await last?.catch(() => undefined));
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
    reload() {
      reading = read(reading);
      return reading;
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
      keep: (name, record) => {
        records.set(name, record);
      },
    },
  };
}
