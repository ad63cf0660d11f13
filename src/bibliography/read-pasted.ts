/** Sources as they are pasted, in whichever of the usual formats. */
import { z } from 'zod';
import type { Problem } from '../problems/problem.ts';
import { cleanItem } from './clean-item.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import { readRis } from './read-ris.ts';
import { cslItem, type RawSource, type SourceFormat } from './source.ts';

export interface PastedText {
  /** What the author knows it by: the path of a file, or `pasted text`. */
  readonly name: string;
  readonly text: string;
  /** A file is kept by its author under keys of its own; what is copied from a page has those of the page. */
  readonly isFile?: boolean;
}

export interface PastedSources {
  readonly format: SourceFormat | 'unknown';
  /** The key of a source that came without one is empty. */
  readonly sources: readonly RawSource[];
  readonly problems: readonly Problem[];
}

/** The text as it is read, and as places in it count: without a byte order mark. */
export function readableText({ text }: PastedText): string {
  return text.replace(/^\uFEFF/, '').toWellFormed();
}

/** Tells the format by the text itself and reads every source it can. */
export function readPasted(pasted: PastedText): PastedSources {
  const text = readableText(pasted);
  const { name } = pasted;
  const format = formatOf(text);
  const read = readers[format](text, name);
  if (read.sources.length > 0 || read.problems.length > 0) return { format, ...read };
  return { format, ...nothing(text, name) };
}

/** Told by the text itself. */
export function formatOf(text: string): PastedSources['format'] {
  if (/^\s*[[{]/.test(text)) return 'CSL-JSON';
  if (/^[ \t]*TY[ \t]{1,2}-/m.test(text)) return 'RIS';
  return /@\s*\w+\s*[{(]/.test(text) ? 'BibTeX' : 'unknown';
}

const readers = {
  BibTeX: readBibtex,
  RIS: readRis,
  'CSL-JSON': readItems,
  unknown: nothing,
} as const;

/**
 * CSL-JSON may be a list or a single item, and one from a registry may have no id. What is not as it was typed then
 * is at the top of the text.
 */
function readItems(text: string, name: string) {
  const completed = completeItems(text);
  const { sources, problems } = readCslJson(completed ?? text, name);
  const place = { line: 1, column: 1 };
  const isTyped = completed === undefined;
  return {
    sources: sources.map((source) => ({
      ...source,
      ...(!isTyped && { place, raw: { ...source.raw, placeOf: () => place } }),
      item: cleaned(source),
    })),
    problems: isTyped ? problems : problems.map((problem) => ({ ...problem, place })),
  };
}

/** A list of items that have ids, if the text is anything else that can be made one. */
function completeItems(text: string): string | undefined {
  try {
    const data: unknown = JSON.parse(text);
    const items = z.array(z.looseObject({})).parse(Array.isArray(data) ? data : [data]);
    const isComplete = Array.isArray(data) && items.every((item) => 'id' in item);
    return isComplete ? undefined : JSON.stringify(items.map((item) => ({ id: '', ...item })));
  } catch {
    // What is wrong with it, its reader says.
    return undefined;
  }
}

function cleaned({ item }: RawSource) {
  return cslItem.parse(z.record(z.string(), z.unknown()).transform(cleanItem).parse(item));
}

function nothing(text: string, name: string): { sources: RawSource[]; problems: Problem[] } {
  const words = text.trim().split('\n')[0]?.trim().slice(0, 60) ?? '';
  const message =
    words === ''
      ? 'There is no text.'
      : `There is no source in this, which begins “${words}”: no BibTeX, no RIS, no CSL-JSON.`;
  const place = { line: 1, column: 1 };
  const rule = 'pasted-source-is-readable';
  return { sources: [], problems: [{ rule, file: name, place, length: words.length, message }] };
}
