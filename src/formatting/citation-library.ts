/**
 * The bibliography, the citation styles and the formatters made from both: read from disk once, and again
 * when it is told that a file has changed. All file access of the Markdown pipeline is here.
 */
import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type Bibliography, readBibliography } from '../bibliography/read-bibliography.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import { type CitationFormatter, createCitationFormatter } from './citation-formatter.ts';
import { readCitationStyle } from './citation-style.ts';
import { createReferenceFormatter, type ReferenceFormatter } from './reference-formatter.ts';

export interface LoadedLibrary {
  readonly bibliography: Bibliography;
  /** Missing when the style cannot be used; `problems` says why. */
  readonly formatter: CitationFormatter | undefined;
  /** The same for the page of sources: it prints a source as an entry of that page. */
  readonly sourceFormatter: CitationFormatter | undefined;
  readonly problems: readonly Problem[];
}

export interface CitationLibrary {
  /** Absolute paths of the bibliography files and the styles. */
  readonly files: readonly string[];
  /** Prints the site's own essays, whatever is in `files`. */
  readonly references: ReferenceFormatter;
  load(): Promise<LoadedLibrary>;
  /** Whether it is read from the file at this absolute path: one of `files`, or a CSL locale beside a style. */
  isReadFrom(path: string): boolean;
  /** What it is read from has changed: the next `load` reads it again. */
  forget(): void;
  /** The path as the author knows it: relative to the project, with forward slashes. */
  nameOf(path: string): string;
  /** The text of one of `files`, by its name, as last loaded. */
  textOf(name: string): string | undefined;
}

export interface CitationLibraryOptions {
  /** Absolute path of the project. */
  readonly root: string;
  /** Paths from `root`. */
  readonly bibliography: readonly string[];
  /** How notes read: path from `root`; CSL locales that the style needs stand beside it. */
  readonly style: string;
  /** How the page of sources reads, likewise; notes need none. */
  readonly sources?: string;
}

export function openCitationLibrary(options: CitationLibraryOptions): CitationLibrary {
  const { root, bibliography, style, sources: listStyle } = options;
  const styleNames = listStyle === undefined ? [style] : [style, listStyle];
  const names = [...bibliography, ...styleNames];
  const files = names.map((name) => join(root, name));
  const styleFolders = new Set(styleNames.map((name) => join(root, dirname(name))));
  let texts = new Map<string, string>();
  let loaded: Promise<LoadedLibrary> | undefined;

  async function loadAfresh(): Promise<LoadedLibrary> {
    const [sources, styles, ...locales] = await Promise.all([
      readTexts(root, bibliography, 'bibliography-is-readable'),
      readTexts(root, styleNames, 'citation-style-is-readable'),
      ...styleNames.map((name) => readLocales(join(root, dirname(name)))),
    ]);
    texts = new Map([...sources.texts, ...styles.texts]);
    const read = readBibliography([...sources.texts].map(([path, text]) => ({ path, text })));
    const [notes, list] = styleNames.map((name, index) => {
      const text = styles.texts.get(name);
      if (text === undefined) return { formatter: undefined, problems: [] };
      const styled = readCitationStyle(text, name, (lang) => locales[index]?.get(lang));
      const formatter = styled.style && createCitationFormatter(read.bibliography, styled.style);
      return { formatter, problems: styled.problems };
    });
    return {
      bibliography: read.bibliography,
      formatter: notes?.formatter,
      sourceFormatter: list?.formatter,
      problems: [
        ...sources.problems,
        ...read.problems,
        ...styles.problems,
        ...(notes?.problems ?? []),
        ...(list?.problems ?? []),
      ],
    };
  }

  return {
    files,
    references: createReferenceFormatter(),
    nameOf: (path) => relative(root, path).replaceAll('\\', '/'),
    textOf: (name) => texts.get(name),
    load() {
      loaded ??= loadAfresh();
      return loaded;
    },
    isReadFrom: (path) =>
      files.includes(path) ||
      (/^locales-.*\.xml$/.test(basename(path)) && styleFolders.has(dirname(path))),
    forget() {
      loaded = undefined;
    },
  };
}

interface Texts {
  readonly texts: Map<string, string>;
  readonly problems: Problem[];
}

/** Reads `paths` (from `root`); what cannot be read is a problem of `rule`. */
async function readTexts(root: string, paths: readonly string[], rule: RuleId): Promise<Texts> {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      texts.set(path, await readFile(join(root, path), 'utf8'));
    } catch (error) {
      const message = `The file cannot be read: ${error instanceof Error ? error.message : error}.`;
      problems.push({ rule, file: path, place: { line: 1, column: 1 }, length: 1, message });
    }
  }
  return { texts, problems };
}

/** CSL locales in `folder` by language, named as their repository names them: `locales-ko-KR.xml`. */
async function readLocales(folder: string): Promise<Map<string, string>> {
  const locales = new Map<string, string>();
  for await (const name of glob('locales-*.xml', { cwd: folder })) {
    locales.set(
      name.slice('locales-'.length, -'.xml'.length),
      await readFile(join(folder, name), 'utf8'),
    );
  }
  return locales;
}
