/** Adds sources to a bibliography and says how they are cited; or says all that stands in the way. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddedSources, type Addition, addSources } from '../bibliography/add-sources.ts';
import type { BibliographyFile } from '../bibliography/read-bibliography.ts';
import { readableText } from '../bibliography/read-pasted.ts';
import type { KeyPolicy } from '../bibliography/sort-pasted.ts';
import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import { readUtf8 } from '../disk/read-utf8.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { loadLibrary } from '../formatting/load-library.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import { printProblems } from '../problems/print-problems.ts';
import type { Problem } from '../problems/problem.ts';
import type { SiteSettings } from '../site.ts';
import { printCited } from './print-cited.ts';
import { readPastedTexts } from './read-pasted-texts.ts';

export interface CiteOptions {
  /** Absolute path of the project. */
  readonly root: string;
  /** Where paths of `given` are from. */
  readonly folder: string;
  /** Files, text, DOIs, addresses. */
  readonly given: readonly string[];
  /** The first bibliography is the one that gets new sources unless `to` is another. */
  readonly settings: SiteSettings;
  readonly to: string | undefined;
  readonly key: string | undefined;
  readonly keeps: 'keys' | 'nothing';
}

/** Adds every sound source. True when each is in the bibliography now. */
export async function runCite(options: CiteOptions): Promise<boolean> {
  const { settings, given, folder, root } = options;
  const bibliographies = settings.citationFiles.bibliography;
  const to = options.to ?? bibliographies[0] ?? '';
  const texts = await readPastedTexts(given, folder);
  const pasted = texts.filter((each) => 'text' in each);
  const files = await readBibliographies(root, bibliographies);
  const addition = {
    pasted,
    files: files.texts,
    to,
    keys: keyPolicyOf(options),
    severities: settings.severities,
  };
  const added = addSources(addition);
  const unread = texts.flatMap((each) => ('fault' in each ? [each.fault] : []));
  const faults = [...faultsOf(options, to), ...added.faults];
  const isSound = printAll(
    [...files.problems, ...added.problems],
    [...faults, ...unread],
    addition,
    settings,
  );
  const isPossible = faults.length === 0 && files.problems.length === 0 && added.isReadable;
  const isFresh = added.outcomes.some(({ kind }) => kind === 'new');
  if (!isPossible || (!isSound && !isFresh)) return refuse(files.texts, to);
  if (!added.readsBack) {
    console.error(
      'The new entries would not be read as they were written. Paste them as RIS instead.',
    );
    return refuse(files.texts, to);
  }
  return (await write(options, to, addition, added)) && isSound;
}

async function write(
  { root, settings }: CiteOptions,
  to: string,
  { files }: Addition,
  added: AddedSources,
): Promise<boolean> {
  const { text } = added;
  const old = files.find(({ path }) => path === to)?.text ?? '';
  try {
    if (text !== old && !(await replaceFile(join(root, to), old, text))) {
      console.error(`Somebody else was writing ${to} at the same time. Try again.`);
      return refuse(files, to);
    }
  } catch (error) {
    console.error(describeDiskFailure(error) ?? error);
    return refuse(files, to);
  }
  await printCited(added, to, await loadLibrary(root, settings.citationFiles));
  return true;
}

function refuse(files: readonly BibliographyFile[], to: string): false {
  const isThere = files.some(({ path }) => path === to);
  console.error(`\nNothing was added${isThere ? `: ${to} is as it was.` : '.'}`);
  return false;
}

function keyPolicyOf({ key, keeps }: CiteOptions): KeyPolicy {
  if (key !== undefined) return { kind: 'given', key };
  return { kind: keeps === 'keys' ? 'kept' : 'proposed' };
}

/** What is wrong with the command line itself. */
function faultsOf({ given, settings, key, keeps }: CiteOptions, to: string): string[] {
  const bibliographies = settings.citationFiles.bibliography;
  const near = nearestMatch(to, bibliographies);
  const suggestion = near === undefined ? '' : ` Did you mean “${near}”?`;
  return [
    ...(given.length > 0
      ? []
      : [
          'It takes files or text with BibTeX, RIS or CSL-JSON, a DOI or an address, or - for what is piped in.',
        ]),
    ...(bibliographies.includes(to)
      ? []
      : [
          `“${to}” is no bibliography of this site.${suggestion} There is ${bibliographies.join(' and ')}.`,
        ]),
    ...(key !== undefined && keeps === 'keys' ? ['Leave out --key or --keep-keys.'] : []),
  ];
}

async function readBibliographies(
  root: string,
  paths: readonly string[],
): Promise<{ texts: BibliographyFile[]; problems: Problem[] }> {
  const texts: BibliographyFile[] = [];
  const problems: Problem[] = [];
  const report = (file: string, message: string) => {
    const place = { line: 1, column: 1 };
    problems.push({ rule: 'bibliography-is-readable', file, place, length: 1, message });
  };
  for (const path of paths) {
    try {
      const text = readUtf8(await readFile(join(root, path)));
      if (text === undefined) report(path, 'The file is not in UTF-8.');
      else texts.push({ path, text });
    } catch (error) {
      report(path, `The file cannot be read: ${error instanceof Error ? error.message : error}.`);
    }
  }
  return { texts, problems };
}

/** True when nothing of it stops anything. What was looked up was typed by nobody, so that no line of it is shown. */
function printAll(
  problems: readonly Problem[],
  faults: readonly string[],
  { pasted, files }: Addition,
  { severities }: SiteSettings,
): boolean {
  const shown = new Map<string, string>([
    ...files.map(({ path, text }) => [path, text] as const),
    ...pasted.map((each) => [each.name, readableText(each)] as const),
  ]);
  const options = { severities, strict: false, format: 'text' } as const;
  const isSound = printProblems(problems, (name) => shown.get(name), options);
  for (const fault of faults) console.error(fault);
  return isSound && faults.length === 0;
}
