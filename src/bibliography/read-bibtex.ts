/**
 * BibTeX and BibLaTeX, from text to sources. Citation.js parses and maps to CSL; the places of entries and
 * fields are found here, and an entry that cannot be read costs the others nothing.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { z } from 'zod';
import { placesIn } from '../problems/place.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { withKnownNames } from './beyond-biblatex.ts';
import { type EntrySpan, undefinedWords } from './bibtex-strings.ts';
import { describeBroken, findEntryAt } from './broken-entry.ts';
import { completeItem } from './complete-item.ts';
import { type CslItem, cslItem, type RawEntry, type RawSource } from './source.ts';

const parsedEntry = z.looseObject({
  type: z.string(),
  label: z.string(),
  properties: z.record(z.string(), z.coerce.string()),
  annotations: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

type ParsedEntry = z.infer<typeof parsedEntry>;

/** Reads every entry it can. A syntax error costs the entry it stands in and is reported with its line. */
export function readBibtex(
  text: string,
  file: string,
): { sources: RawSource[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let readable = text;
  for (;;) {
    const parsed = parseEntries(readable);
    if ('entries' in parsed) {
      const read = toSources(parsed.entries, readable, file);
      return { sources: read.sources, problems: [...problems, ...read.problems] };
    }
    const broken = findEntryAt(readable, parsed.offset);
    problems.push(describeBroken(broken, readable, parsed, file));
    const rest = blankOut(readable, broken.start, broken.end);
    // What cannot be told apart from the rest takes the rest with it.
    readable = rest === readable ? '' : rest;
  }
}

function parseEntries(
  text: string,
): { entries: ParsedEntry[] } | { offset: number; reason: string } {
  if (!/@\s*\w+\s*[{(]/.test(text)) return { entries: [] };
  try {
    return { entries: z.array(parsedEntry).parse(plugins.input.data(text, '@biblatex/text')) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const match = /^(.*) at line (\d+) col (\d+)/.exec(error.message);
    if (match === null) return { offset: 0, reason: error.message.split('\n')[0] ?? '' };
    const lines = text.split('\n').slice(0, Number(match[2]) - 1);
    const lineStart = lines.reduce((offset, line) => offset + line.length + 1, 0);
    const offset = Math.min(lineStart + Number(match[3]) - 1, text.length);
    return { offset, reason: plainReason(match[1] ?? '') };
  }
}

function plainReason(reason: string): string {
  const words: Record<string, string> = {
    rbrace: 'a closing brace',
    lbrace: 'an opening brace',
    identifier: 'a word',
    comma: 'a comma',
    equals: 'an equals sign',
    quote: 'a quotation mark',
    EOF: 'the end of the file',
    text: 'text',
  };
  return reason.replaceAll('"', '').replace(/\b\w+\b/g, (word) => words[word] ?? word);
}

/** Spaces for everything but line ends, so that places stay true. */
function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

function toSources(
  entries: readonly ParsedEntry[],
  text: string,
  file: string,
): { sources: RawSource[]; problems: Problem[] } {
  const placeOf = placesIn(text);
  const spans = new Map(entrySpans(entries, text).map((span, index) => [entries[index], span]));
  const together = tryItems(entries);
  const faults = new Map(together === undefined ? entries.flatMap(faultOf) : []);
  const sound = entries.filter((entry) => !faults.has(entry));
  const items = together ?? tryItems(sound) ?? sound.flatMap((entry) => toItems([entry]));
  const sources = sound.flatMap((entry, index): RawSource[] => {
    const item = items[index];
    const span = spans.get(entry);
    if (item === undefined || span === undefined) return [];
    const key = entry.label.normalize('NFC');
    const place = placeOf(span.key);
    const raw = rawEntryOf(entry, text.slice(span.key, span.end), (offset) =>
      offset === undefined ? place : placeOf(span.key + offset),
    );
    return [{ key, file, place, item: completeItem(item, key, partsOf(entry)), raw }];
  });
  const unreadable = [...faults].map(([entry, reason]): Problem => {
    const place = placeOf(spans.get(entry)?.key ?? 0);
    const message = `A field of “${entry.label}” cannot be read: ${reason}.`;
    return { rule: 'bibliography-parses', file, place, length: entry.label.length, message };
  });
  return { sources, problems: [...unreadable, ...undefinedWords(text, [...spans.values()], file)] };
}

/** Entries as CSL-JSON, in their order; together, since they may refer to each other. */
function toItems(entries: readonly ParsedEntry[]): CslItem[] {
  if (entries.length === 0) return [];
  const options = { forceType: '@biblatex/entries+list', generateGraph: false };
  return z.array(cslItem).parse(plugins.input.chain(entries.map(withKnownNames), options));
}

function tryItems(entries: readonly ParsedEntry[]): CslItem[] | undefined {
  try {
    return toItems(entries);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The entry with what is wrong with a value of it, when there is anything. */
function faultOf(entry: ParsedEntry): [ParsedEntry, string][] {
  try {
    toItems([entry]);
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [reason = ''] = error.message.split(/ at line|\n/);
    return [[entry, error instanceof z.ZodError ? 'it holds no text' : plainReason(reason)]];
  }
}

function partsOf({ annotations, properties }: ParsedEntry) {
  const eprintType = properties['eprinttype'] ?? properties['archiveprefix'];
  return {
    annotations,
    eprint: properties['eprint'],
    eprintType,
    archiveUrl: properties['archiveurl'],
    archiveDate: properties['archivedate'],
    date: properties['date'],
  };
}

/** In the order of the file. */
function entrySpans(entries: readonly ParsedEntry[], text: string): EntrySpan[] {
  const heads = [...text.matchAll(/@\s*(\w+)\s*[{(]\s*([^\s,]+)/g)];
  let next = 0;
  return entries.map(({ label }) => {
    const found = heads.findIndex((each, index) => index >= next && each[2] === label);
    const head = heads[found];
    if (found >= 0) next = found + 1;
    const key = head === undefined ? 0 : head.index + head[0].length - label.length;
    return { key, end: heads[next]?.index ?? text.length };
  });
}

function rawEntryOf(
  { properties }: ParsedEntry,
  text: string,
  placeOf: (offset: number | undefined) => Place,
): RawEntry {
  const { date, year, month, day } = properties;
  const parts = [year, month, day].filter((part) => part !== undefined);
  return {
    date: date ?? (parts.length > 0 ? parts.join('-') : undefined),
    fields: new Map(Object.entries(properties)),
    format: 'BibTeX',
    placeOf(...names) {
      const name = names.find((each) => properties[each] !== undefined);
      const match = name && new RegExp(`\\b${name}\\s*=\\s*[{"]*`, 'i').exec(text);
      return placeOf(match ? match.index + match[0].length : undefined);
    },
  };
}
