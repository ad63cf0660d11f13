/**
 * The bibliography, the citation styles, and the formatters made from both: read from disk once. All file access of
 * citations is here.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withTermsIn } from '../bibliography/entry-term.ts';
import { type ReadBibliography, readBibliography } from '../bibliography/read-bibliography.ts';
import type { Bibliography } from '../bibliography/source.ts';
import type { LocatorReader } from '../citations/locator.ts';
import { listNames } from '../disk/list-files.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import type { CitationFiles } from '../site.ts';
import { type CitationFormatter, createCitationFormatter } from './citation-formatter.ts';
import { type CitationStyle, readCitationStyle, type StyleUse } from './citation-style.ts';
import { locatorsOf } from './locator-terms.ts';

export interface Library {
  readonly bibliography: Bibliography;
  /** All keys, one a line: by these, two libraries know the same sources. */
  readonly keys: string;
  /** The CSL locales beside the styles, by which locators are read: each name and its text. */
  readonly locales: string;
  /** Prints notes; missing when the style cannot be used, and `problems` says why. */
  readonly notes: CitationFormatter | undefined;
  /** Prints each note as if it were the only one; made when it is asked for. */
  singleNotes(): CitationFormatter | undefined;
  /** Prints the entries of the page of sources, likewise. */
  readonly entries: CitationFormatter | undefined;
  /** Reads the locators of an essay in this language. */
  locatorsIn(lang: string): LocatorReader;
  readonly problems: readonly Problem[];
  /** All that it was read from, CSL locales included: texts by name from the top of the project. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the next one that is loaded does not read again. */
  readonly reading: {
    readonly bibliography: ReadBibliography;
    readonly styles: ReadonlyMap<StyleUse, PreparedStyle>;
  };
}

interface PreparedStyle {
  readonly style: CitationStyle | undefined;
  /** Missing with the style. */
  readonly formatter: CitationFormatter | undefined;
  readonly problems: readonly Problem[];
}

/** `last` is given back when nothing has changed since it was loaded; what has not changed is not read again. */
export async function loadLibrary(
  root: string,
  files: CitationFiles,
  last?: Library,
): Promise<Library> {
  const { bibliography: names, style, sources } = files;
  const bibliographies = await readTexts(root, names, 'bibliography-is-readable');
  const styles = await readTexts(root, [style, sources], 'citation-style-is-readable');
  const locales = await readLocales(root, [dirname(style), dirname(sources)]);
  const texts = new Map([...bibliographies.texts, ...styles.texts, ...locales]);
  if (last !== undefined && isSame(texts, last.texts)) return last;
  const read = readBibliography(
    [...bibliographies.texts].map(([path, text]) => ({ path, text })),
    last?.reading.bibliography,
  );
  const isStyle = (name: string) => !bibliographies.texts.has(name);
  const areStylesSame =
    last !== undefined && isSame(pick(texts, isStyle), pick(last.texts, isStyle));
  const besideFile = (name: string) => (lang: string) =>
    locales.get(`${dirname(name)}/locales-${lang}.xml`);
  const prepare = (name: string, use: StyleUse): PreparedStyle => {
    const text = styles.texts.get(name);
    if (text === undefined) return { style: undefined, formatter: undefined, problems: [] };
    const known = areStylesSame ? last.reading.styles.get(use) : undefined;
    const styled = known ?? readCitationStyle(text, name, besideFile(name), use);
    const { style, problems } = styled;
    if (style === undefined) return { style, formatter: undefined, problems };
    const own = withTermsIn(style.locale.lang, read.bibliography);
    const formatter = known?.formatter?.withSources(own) ?? createCitationFormatter(own, style);
    return { style, formatter, problems };
  };
  const notes = prepare(style, 'notes');
  const entries = prepare(sources, 'entries');
  let singleNotes: PreparedStyle | undefined;
  const locators = new Map<string, LocatorReader>();
  const locatorsIn = (lang: string) => {
    const reader = locators.get(lang) ?? locatorsOf(lang, besideFile(style));
    locators.set(lang, reader);
    return reader;
  };
  return {
    bibliography: read.bibliography,
    locales: [...locales].flat().join('\n'),
    keys: [...read.bibliography.sources.keys()].join('\n'),
    notes: notes.formatter,
    singleNotes: () => {
      singleNotes ??= prepare(style, 'single notes');
      return singleNotes.formatter;
    },
    entries: entries.formatter,
    locatorsIn,
    texts,
    problems: [
      ...bibliographies.problems,
      ...read.problems,
      ...styles.problems,
      ...notes.problems,
      ...entries.problems,
    ],
    reading: {
      bibliography: read,
      styles: new Map([
        ['notes', notes],
        ['entries', entries],
      ]),
    },
  };
}

/** Whether a library is read from the file of this name, from the top of the project. */
export function isLibraryFile(
  name: string,
  { bibliography, style, sources }: CitationFiles,
): boolean {
  const isLocale = /^locales-.*\.xml$/.test(basename(name));
  return (
    [...bibliography, style, sources].includes(name) ||
    (isLocale && [style, sources].some((each) => dirname(each) === dirname(name)))
  );
}

interface Texts {
  readonly texts: Map<string, string>;
  readonly problems: Problem[];
}

/** Reads `names` (from `root`); what cannot be read is a problem of `rule`. */
async function readTexts(root: string, names: readonly string[], rule: RuleId): Promise<Texts> {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of names) {
    try {
      texts.set(name, await readFile(join(root, name), 'utf8'));
    } catch (error) {
      const message = `The file cannot be read: ${error instanceof Error ? error.message : error}.`;
      problems.push({ rule, file: name, place: { line: 1, column: 1 }, length: 1, message });
    }
  }
  return { texts, problems };
}

/** CSL locales in `folders`, named as their repository names them: `locales-ko-KR.xml`. */
async function readLocales(root: string, folders: readonly string[]): Promise<Map<string, string>> {
  const locales = new Map<string, string>();
  for (const folder of new Set(folders)) {
    for (const name of await listNames(join(root, folder))) {
      if (!/^locales-.*\.xml$/.test(name)) continue;
      locales.set(`${folder}/${name}`, await readFile(join(root, folder, name), 'utf8'));
    }
  }
  return locales;
}

function pick(texts: ReadonlyMap<string, string>, isWanted: (name: string) => boolean) {
  return new Map([...texts].filter(([name]) => isWanted(name)));
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}
