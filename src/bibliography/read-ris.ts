/**
 * RIS, as Zotero and publishers write it, from text to sources. Citation.js maps most tags to CSL; lines, names, dates
 * and addresses are read here, since it takes apart what has a hyphen, knows no date without a day, and knows no
 * author of a newspaper.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { z } from 'zod';
import { placesIn } from '../problems/place.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { cleanItem } from './clean-item.ts';
import {
  addressOf,
  dateOf,
  editorsOf,
  genreOf,
  isoText,
  namesOf,
  pagesOf,
  type RisLine,
} from './ris-parts.ts';
import { cslItem, type RawSource } from './source.ts';

type Report = (place: Place, length: number, message: string) => void;

/** Reads every record it can; the key of a record is its `ID`, or empty when it has none. */
export function readRis(text: string, file: string): { sources: RawSource[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (place, length, message) => {
    problems.push({ rule: 'pasted-source-is-readable', file, place, length, message });
  };
  const sources = readRecords(text, report).map((lines) => toSource(lines, file));
  return { sources, problems };
}

/** Each from its `TY` to its `ER`. A line without a tag belongs to the one before it. */
function readRecords(text: string, report: Report): RisLine[][] {
  const placeOf = placesIn(text);
  const records: RisLine[][] = [];
  let open: RisLine[] | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const [, head, tag, value = ''] =
      /^([ \t]*([A-Z][A-Z0-9])[ \t]{1,2}-[ \t]?)(.*)$/s.exec(line) ?? [];
    const place = placeOf(index + (head?.length ?? 0));
    const last = open?.at(-1);
    if (tag === undefined) {
      if (open && last) open[open.length - 1] = { ...last, value: `${last.value} ${line.trim()}` };
      else if (line.trim() !== '')
        report(place, line.length, `“${line.trim().slice(0, 60)}” stands outside of every record.`);
    } else if (tag === 'TY') {
      if (open !== undefined)
        report(place, value.length, 'A record begins here, and the one before has no “ER  - ”.');
      open = [{ tag, value: value.trim(), place }];
      records.push(open);
    } else if (open === undefined) {
      report(place, line.length, `“${line.trim().slice(0, 60)}” stands before any “TY  - ”.`);
    } else if (tag === 'ER') open = undefined;
    else open.push({ tag, value: value.replace(/[\u2028\u2029]/g, ' ').trim(), place });
  }
  const [unended] = open ?? [];
  if (unended !== undefined)
    report(unended.place, unended.value.length, 'The record that begins here has no “ER  - ”.');
  return records;
}

function toSource(lines: readonly RisLine[], file: string): RawSource {
  const said = lines.filter(({ value }) => value !== '');
  const find = (...tags: string[]) =>
    tags.map((tag) => said.find((line) => line.tag === tag)).find((line) => line !== undefined);
  const start = lines[0]?.place ?? { line: 1, column: 1 };
  const mapped = mapRecord(said);
  const key = (find('ID')?.value ?? '').normalize('NFC');
  const dated = ['DA', 'PY', 'Y1'].flatMap((tag) => find(tag) ?? []);
  const issued = dated.find(({ value }) => /^\d{4}/.test(value)) ?? dated[0];
  const accessed = find('Y2');
  const all = (...tags: string[]) => said.filter(({ tag }) => tags.includes(tag));
  const isWeb = mapped['type'] === 'webpage' || mapped['type'] === 'post-weblog';
  const [pages, container] = [pagesOf(find('SP')?.value, find('EP')?.value), find('T2')?.value];
  const address = addressOf(all('UR'));
  const isKept = kept.has(String(mapped['type']));
  const isContained = ['container-title', 'collection-title', 'event-title'].some(
    (name) => mapped[name],
  );
  const item = cslItem.parse({
    ...mapped,
    // Whoever wrote in a newspaper is its author everywhere else, and an edition has no date.
    reporter: undefined,
    'available-date': undefined,
    'page-first': undefined,
    ...(mapped['page'] === undefined && mapped['number-of-pages'] === undefined && { page: pages }),
    ...(!isContained && { 'container-title': container }),
    ...(mapped['collection-title'] === undefined && { 'collection-editor': undefined }),
    id: key,
    title: find('TI', 'T1')?.value ?? mapped['title'],
    ...namesOf('author', all('AU', 'A1'), mapped),
    ...namesOf('editor', editorsOf(mapped, all('ED'), all('A2')), mapped),
    ...namesOf('translator', [], mapped),
    ...(issued && { issued: dateOf(issued.value) }),
    accessed: accessed && dateOf(accessed.value),
    publisher: find('PB')?.value,
    'publisher-place': find('CY', 'PP')?.value,
    ...(isWeb && {
      'container-title': find('T2', 'JF', 'JO')?.value,
      'collection-title': undefined,
    }),
    // Of anything else they name the database in which it was found.
    ...(isKept && { archive: find('DB')?.value, archive_location: find('AN')?.value }),
    ...(isKept && { source: undefined }),
    genre: genreOf(mapped),
    URL: address?.value,
    DOI: find('DO')?.value,
  });
  const given = Object.entries(item).filter(([, value]) => value !== undefined);
  const text = given.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'id' ? [[name, value]] : [],
  );
  const tags: Record<string, RisLine | undefined> = {
    date: issued,
    URL: address,
    DOI: find('DO'),
  };
  const aliases: Record<string, string> = { url: 'URL', doi: 'DOI', year: 'date', title: 'title' };
  return {
    key,
    file,
    place: start,
    item: cslItem.parse(Object.fromEntries(given)),
    raw: {
      date: issued && isoText(issued.value),
      fields: new Map([
        ...text,
        ...(accessed ? [['urldate', isoText(accessed.value)] as const] : []),
      ]),
      format: 'RIS',
      placeOf(...names) {
        const line = names.map((name) => tags[aliases[name] ?? name]).find(Boolean);
        return (line ?? find('TI', 'T1') ?? { place: start }).place;
      },
    },
  };
}

/** A record by its tags as CSL, with all that Citation.js knows of it. */
function mapRecord(lines: readonly RisLine[]): Record<string, unknown> {
  const record = new Map<string, string | string[]>();
  for (const { tag, value } of lines) {
    const known = record.get(tag);
    if (known === undefined) record.set(tag, value);
    else if (repeatable.has(tag)) record.set(tag, [known, value].flat());
  }
  // Its own types are in capitals, and one of them is often misspelt.
  const type = String([record.get('TY')].flat()[0]).toUpperCase();
  const options = { forceType: '@ris/record', generateGraph: false };
  const mapAs = (TY: string) =>
    z
      .array(z.record(z.string(), z.unknown()))
      .parse(plugins.input.chain({ ...Object.fromEntries(record), TY }, options))[0] ?? {};
  const known = mapAs(type === 'JOURN' ? 'JOUR' : type);
  // Some programs have types of their own.
  const mapped = known['type'] === undefined ? mapAs('GEN') : known;
  return { ...cleanItem(mapped), type: mapped['type'] };
}

/** Types of what an archive keeps, by the name (`DB`) and number (`AN`) that Zotero writes of it. */
const kept = new Set(['manuscript', 'personal_communication', 'interview', 'map', 'graphic']);

/** Of any other tag that stands twice, the first counts. */
const repeatable = new Set(['A1', 'A2', 'A3', 'A4', 'AU', 'ED', 'KW']);
