/**
 * BibTeX and BibLaTeX, from text to sources, one entry at a time; an entry that cannot be read costs the others
 * nothing.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { writeKey } from '../citations/citation.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import { placesIn } from '../problems/place.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { describeBroken } from './broken-entry.ts';
import { completeItem } from './complete-item.ts';
import { inherited, withXdata } from './inherit-fields.ts';
import { mapEntry } from './map-entry.ts';
import { defineString, type ParsedEntry, parseEntry, placesOfFields } from './parse-entry.ts';
import type { CslItem, RawEntry, RawSource } from './source.ts';
import { monthBeside } from './source-date.ts';
import { splitBibtex } from './split-bibtex.ts';

export interface BibtexFile {
  /** As the author knows it. */
  readonly path: string;
  readonly text: string;
}

export interface ReadBibtex {
  readonly sources: RawSource[];
  readonly problems: Problem[];
  readonly known: KnownItems;
}

/**
 * What was read of entries by their texts, for one who reads a file again: most of it is as it was. Only of entries
 * that nothing else has a part in.
 */
export type KnownItems = ReadonlyMap<string, CslItem>;

/** An entry, and what tells where it stands. */
interface ReadEntry extends ParsedEntry {
  readonly file: string;
  readonly text: string;
  placeOf(offset: number): Place;
  /** Where its key stands. */
  readonly place: Place;
}

/** One file by itself. */
export function readBibtex(text: string, path: string): ReadBibtex {
  return readBibtexFiles([{ path, text }]);
}

/**
 * Reads every entry it can, of all files as if they were one: what one defines or has, the others may use. A syntax
 * error costs the entry it stands in and is reported with its line.
 */
export function readBibtexFiles(files: readonly BibtexFile[], last?: KnownItems): ReadBibtex {
  const { entries, problems } = readEntries(files);
  const known = new Map<string, CslItem>();
  const byKey = new Map<string, ReadEntry>();
  for (const entry of entries) if (!byKey.has(entry.label)) byKey.set(entry.label, entry);
  const whole = new Map<ReadEntry, ReadEntry>();
  for (const entry of entries)
    if ('xdata' in entry.properties) whole.set(entry, withXdata(entry, byKey));
  const sources = entries.flatMap((entry): RawSource[] => {
    if (entry.type === 'xdata') return [];
    const { file, place, label } = entry;
    const key = label.normalize('NFC');
    const members = membersOf(entry);
    if (members.length > 0) problems.push(describeSet(key, members, file, place));
    const raw = rawEntryOf(entry);
    const isAlone = standsAlone(entry);
    const same = isAlone ? last?.get(entry.text) : undefined;
    const read = same ? { item: same } : readItem(entry, members, key, byKey, whole);
    if ('reason' in read) {
      const message = `A field of “${label}” cannot be read: ${read.reason}.`;
      const about = { file, place, length: label.length, source: key };
      problems.push({ rule: 'bibliography-parses', ...about, message });
      return [];
    }
    if (isAlone) known.set(entry.text, read.item);
    return [{ key, file, place, item: read.item, raw }];
  });
  return { sources, problems, known };
}

function readItem(
  entry: ReadEntry,
  [first]: readonly string[],
  key: string,
  byKey: ReadonlyMap<string, ReadEntry>,
  whole: ReadonlyMap<ReadEntry, ReadEntry>,
): { item: CslItem } | { reason: string } {
  const family = inherited(byKey.get(first ?? '') ?? entry, byKey, whole);
  const result = mapEntry(family);
  return 'reason' in result ? result : { item: completeItem(result.item, key, family) };
}

function readEntries(files: readonly BibtexFile[]): { entries: ReadEntry[]; problems: Problem[] } {
  const { defaultStrings } = plugins.config.get('@bibtex').constants;
  // A month stays a word: as a number, it could not be told from the day in `"10~" # nov`.
  const months = monthWords.map((month) => [month, month] as const);
  const strings = new Map([...Object.entries(defaultStrings), ...months]);
  const entries: ReadEntry[] = [];
  const problems: Problem[] = [];
  for (const { path: file, text } of files) {
    const placeIn = placesIn(text);
    for (const span of splitBibtex(text)) {
      const own = text.slice(span.start, span.end);
      if (span.kind === 'string') defineString(own, strings);
      if (span.kind !== 'entry') continue;
      const parsed = parseEntry(own, strings);
      const placeOf = (offset: number) => placeIn(span.start + offset);
      if ('reason' in parsed) {
        const offset = span.start + parsed.offset;
        problems.push(describeBroken(span, text, { ...parsed, offset }, file, placeIn));
        continue;
      }
      const { entry } = parsed;
      entries.push({ ...entry, file, text: own, placeOf, place: placeIn(span.key) });
    }
  }
  // Last, since the nearest word may be defined further down.
  const undefinedWords = entries.flatMap((entry) => describeUndefined(entry, strings));
  return { entries, problems: [...problems, ...undefinedWords] };
}

function describeUndefined(entry: ReadEntry, strings: ReadonlyMap<string, string>): Problem[] {
  const { file, label, placeOf } = entry;
  return entry.undefinedWords.map(({ word, offset }) => {
    const source = label.normalize('NFC');
    const about = { file, place: placeOf(offset), length: word.length, source };
    const message = `The word “${word}” has neither braces nor quotation marks, and no @string before it defines it.`;
    const nearest = nearestMatch(word, strings.keys());
    return { rule: 'bibliography-word-is-defined', ...about, message, nearest };
  });
}

const monthWords = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Whether no other entry and no word that is defined elsewhere has a part in it. */
function standsAlone({ type, properties, isSpelledOut }: ParsedEntry): boolean {
  const isOwn = properties['crossref'] === undefined && properties['xdata'] === undefined;
  return isSpelledOut && isOwn && type !== 'set';
}

/** A set is several sources under one key; as Biber has it, it is like the first. */
function membersOf({ type, properties }: ParsedEntry): string[] {
  const keys = type === 'set' ? properties['entryset']?.split(',') : undefined;
  return (keys ?? []).map((key) => key.trim()).filter((key) => key !== '');
}

function describeSet(key: string, members: readonly string[], file: string, place: Place): Problem {
  const advice = `Cite its members: \`[${members.map(writeKey).join('; ')}]\`.`;
  const message = `“${key}” is a set of ${members.length} sources, and a note would print the first.`;
  return {
    rule: 'source-can-be-printed',
    file,
    place,
    length: key.length,
    source: key,
    message,
    advice,
  };
}

function rawEntryOf({ type, properties, text, place, placeOf }: ReadEntry): RawEntry {
  const { date, year = '', month = '', day = '' } = properties;
  const parts = [year, monthBeside(month, year), day].filter((part) => part.trim() !== '');
  const fields = new Map<string, string>();
  // What is empty says nothing.
  for (const [name, value] of Object.entries(properties)) {
    if (value.trim() !== '') fields.set(name, value);
  }
  return {
    date: date?.trim() ? date : parts.join('-') || undefined,
    fields,
    type,
    format: 'BibTeX',
    placeOf(...names) {
      // Seldom asked for, and much to keep.
      const places = placesOfFields(text);
      const offset = places.get(names.find((name) => places.has(name)) ?? '');
      return offset === undefined ? place : placeOf(offset);
    },
  };
}
