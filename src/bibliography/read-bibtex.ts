/**
 * BibTeX and BibLaTeX, from text to sources. Citation.js parses and maps to CSL one entry at a time; an entry that
 * cannot be read costs the others nothing.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { z } from 'zod';
import { writeKey } from '../citations/citation.ts';
import { placesIn } from '../problems/place.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { withKnownNames } from './beyond-biblatex.ts';
import { monthWords, stringsFor, undefinedWords } from './bibtex-strings.ts';
import { describeBroken } from './broken-entry.ts';
import { completeItem } from './complete-item.ts';
import { inherited, withXdata } from './inherit-fields.ts';
import { type ParsedEntry, parseEntry, plainReason } from './parse-entry.ts';
import { knownTex } from './plain-tex.ts';
import { type CslItem, cslItem, type RawEntry, type RawSource } from './source.ts';
import { splitBibtex } from './split-bibtex.ts';

const { fieldTypes, defaultStrings } = plugins.config.get('@bibtex').constants;
// An address is what is typed; Citation.js would encode what is encoded.
fieldTypes['url'] = ['field', 'verbatim'];
// A month stays a word: as a number, it could not be told from the day in `"10~" # nov`.
for (const month of monthWords) defaultStrings[month] = month;

const cslItems = z.array(cslItem);

/** What was read of entries by their texts, for one who reads a file again: most of it is as it was. */
export type KnownEntries = ReadonlyMap<string, KnownEntry>;

export interface KnownEntry {
  readonly parsed: ReturnType<typeof parseEntry>;
  /** Missing where other entries have a part in it, and where there is none. */
  readonly item?: CslItem | undefined;
}

/** Reads every entry it can. A syntax error costs the entry it stands in and is reported with its line. */
export function readBibtex(
  text: string,
  file: string,
  last: KnownEntries = new Map(),
): { sources: RawSource[]; problems: Problem[]; known: KnownEntries } {
  const placeOf = placesIn(text);
  const spans = splitBibtex(text);
  const strings = stringsFor(text, spans);
  const problems: Problem[] = [];
  const known = new Map<string, KnownEntry>();
  const read = spans
    .filter(({ kind }) => kind === 'entry')
    .flatMap((span) => {
      const [own, needed] = [text.slice(span.start, span.end), strings(span)];
      const source = needed + own;
      const { parsed, item } = last.get(source) ?? { parsed: parseEntry(own, needed) };
      known.set(source, { parsed, item });
      const keep = (made: CslItem) => known.set(source, { parsed, item: made });
      if ('entry' in parsed) return [{ span, typed: parsed.entry, item, keep }];
      const offset = Math.min(span.start + parsed.offset, text.length);
      problems.push(describeBroken(span, text, { ...parsed, offset }, file, placeOf));
      return [];
    });
  const byKey = new Map(read.map(({ typed }) => [typed.label, typed]));
  const whole = new Map(read.map(({ typed }) => [typed, withXdata(typed, byKey)]));
  const sources = read.flatMap(({ span, typed, item, keep }): RawSource[] => {
    if (typed.type === 'xdata') return [];
    const key = typed.label.normalize('NFC');
    const place = placeOf(span.key);
    const members = membersOf(typed);
    if (members.length > 0) problems.push(describeSet(key, members, file, place));
    const raw = rawEntryOf(typed, text.slice(span.key, span.end), (offset) =>
      offset === undefined ? place : placeOf(span.key + offset),
    );
    if (item !== undefined) return [{ key, file, place, item, raw }];
    const family = inherited(byKey.get(members[0] ?? '') ?? typed, byKey, whole);
    const result = toItem(family);
    if ('reason' in result) {
      const message = `A field of “${typed.label}” cannot be read: ${result.reason}.`;
      const about = { file, place, length: typed.label.length, source: key };
      problems.push({ rule: 'bibliography-parses', ...about, message });
      return [];
    }
    const complete = completeItem(result.item, key, family);
    if (standsAlone(typed)) keep(complete);
    return [{ key, file, place, item: complete, raw }];
  });
  const readable = read.map(({ span }) => span);
  return { sources, problems: [...problems, ...undefinedWords(text, readable, file)], known };
}

/** Whether no other entry has a part in it. */
function standsAlone({ type, properties }: ParsedEntry): boolean {
  return (
    type !== 'set' && properties['crossref'] === undefined && properties['xdata'] === undefined
  );
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

/**
 * An entry as CSL-JSON, with those behind it that it refers to. Where no note prints what cannot be read, that is
 * left out; where dollars come in no pairs, they are no mathematics.
 */
function toItem(family: readonly ParsedEntry[]): { item: CslItem } | { reason: string } {
  let reason = '';
  for (const attempt of [(entry: ParsedEntry) => entry, withoutUnprinted, withPlainDollars]) {
    try {
      const known = family.map(attempt).map(withKnownNames).map(withMapped).map(knownTex);
      const [item] = cslItems.parse(plugins.input.data(known, '@biblatex/entries+list'));
      if (item !== undefined) return { item };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const [first = ''] = error.message.split(/ at line|\n/);
      reason = error instanceof z.ZodError ? 'it holds no text' : plainReason(first);
    }
  }
  return { reason };
}

/** Without what Citation.js would read and have no use for: fields that it does not map, and dates and annotations,
 * which are read here. */
function withMapped<T extends { readonly properties: Readonly<Record<string, string>> }>(
  entry: T,
): T {
  const mapped = Object.entries(entry.properties).filter(
    ([name, value]) =>
      (name in fieldTypes || name === 'eventtitleaddon') &&
      !unmapped.has(name) &&
      (!dates.has(name) || /^\d{4}(?:-\d\d){0,2}$/.test(value)),
  );
  return { ...entry, annotations: undefined, properties: Object.fromEntries(mapped) };
}

const unmapped = new Set(['file', 'pdf', 'month']);

/** Of these, what is plainly a date keeps its place among the fields of an item. */
const dates = new Set(['date', 'year', 'urldate', 'origdate', 'eventdate']);

function withoutUnprinted(entry: ParsedEntry): ParsedEntry {
  const { abstract: _, annotation: __, annote: ___, keywords: ____, ...rest } = entry.properties;
  return { ...entry, properties: rest };
}

function withPlainDollars(entry: ParsedEntry): ParsedEntry {
  const plain = Object.entries(withoutUnprinted(entry).properties).map(([name, value]) => [
    name,
    value.replace(/(?<!\\)\$/g, '\\$'),
  ]);
  return { ...entry, properties: Object.fromEntries(plain) };
}

function rawEntryOf(
  { properties }: ParsedEntry,
  text: string,
  placeOf: (offset: number | undefined) => Place,
): RawEntry {
  const { date, year, month, day } = properties;
  const parts = [year, month, day].filter((part) => part !== undefined && part.trim() !== '');
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
