/** Sources as they are pasted, in whichever of the usual formats. */
import { z } from 'zod';
import { cleanItem } from './clean-item.ts';
import type { Problem } from './problem.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import { readRis } from './read-ris.ts';
import { cslItem, type TypedSource } from './source.ts';

export interface PastedText {
  /** What the author knows it by: the path of a file, or `pasted text`. */
  readonly name: string;
  readonly text: string;
}

export interface PastedSources {
  readonly format: 'BibTeX' | 'RIS' | 'CSL-JSON' | 'unknown';
  /** The key of a source that came without one is empty. */
  readonly sources: readonly TypedSource[];
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

function formatOf(text: string): PastedSources['format'] {
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

/** CSL-JSON may be a list or a single item, as registries give it. */
function readItems(text: string, name: string) {
  const isOne = isObject(text);
  const { sources, problems } = readCslJson(isOne ? `[${text}]` : text, name);
  const unshift = <T extends { readonly place: Problem['place'] }>(each: T): T => {
    const { line, column } = each.place;
    const isMoved = isOne && line === 1 && column > 1;
    return isMoved ? { ...each, place: { line, column: column - 1 } } : each;
  };
  return {
    sources: sources.map((source) => unshift({ ...source, item: cleaned(source) })),
    problems: problems.map(unshift),
  };
}

function isObject(text: string): boolean {
  try {
    return z.looseObject({}).safeParse(JSON.parse(text)).success;
  } catch {
    // What is wrong with it, its reader says.
    return false;
  }
}

function cleaned({ item }: TypedSource) {
  return cslItem.parse(z.record(z.string(), z.unknown()).transform(cleanItem).parse(item));
}

function nothing(text: string, name: string): { sources: TypedSource[]; problems: Problem[] } {
  const words = text.trim().split('\n')[0]?.trim().slice(0, 60) ?? '';
  const message =
    words === ''
      ? 'There is no text.'
      : `There is no source in this, which begins “${words}”: no BibTeX, no RIS, no CSL-JSON.`;
  const place = { line: 1, column: 1 };
  const rule = 'pasted-source-is-readable';
  return { sources: [], problems: [{ rule, file: name, place, length: words.length, message }] };
}
