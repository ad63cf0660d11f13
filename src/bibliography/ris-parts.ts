/** What the lines of a RIS record say: names, dates, pages. */
import type { Place } from '../problems/problem.ts';
import { readDate } from './read-date.ts';
import { type CslName, cslItem } from './source.ts';
import { bareDoi, plainAddress, wholeDoi } from './source-address.ts';
import { monthNumber } from './source-date.ts';

export interface RisLine {
  readonly tag: string;
  readonly value: string;
  /** Where the value begins. */
  readonly place: Place;
}

export function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  return start === undefined || end === undefined || end === start ? start : `${start}-${end}`;
}

/** The first address; EndNote has `<Go to ISI>://` and a number among them, which is none. */
export function addressOf(lines: readonly RisLine[]): RisLine | undefined {
  const line = lines.find(({ value }) => !value.startsWith('<'));
  return line && { ...line, value: plainAddress(line.value) };
}

/** What kind of an article it is, databases write for themselves; and some publishers write the DOI in its place. */
export function genreOf({ type, genre }: Record<string, unknown>): unknown {
  const isDoi = wholeDoi.test(bareDoi(String(genre)));
  return isDoi || String(type).startsWith('article') ? undefined : genre;
}

/** The second authors of RIS are editors as a rule, unless the type makes something else of them: of a series, say. */
export function editorsOf(
  mapped: Record<string, unknown>,
  editors: readonly RisLine[],
  second: readonly RisLine[],
): readonly RisLine[] {
  const isSeries = mapped['collection-editor'] && mapped['collection-title'];
  const isOther = ['editor', 'performer', 'producer', 'recipient'].some((role) => mapped[role]);
  return editors.length > 0 || isSeries || isOther ? editors : second;
}

/**
 * `2018/11/02/` as ISO 8601, as exact as it is: RIS has slashes, and a remark or a time after the third. A month may
 * be a word.
 */
export function isoText(date: string): string {
  const [year = '', month = '', day = ''] = date.split(/[/-]/).map((part) => part.trim());
  const two = (part: string) => (/^\d$/.test(part) ? `0${part}` : part);
  if (!/^\d{4}$/.test(year)) return date;
  const number = String(monthNumber(month) ?? month);
  return [year, ...(month === '' ? [] : day === '' ? [two(number)] : [two(number), two(day)])].join(
    '-',
  );
}

export function dateOf(text: string): object {
  const iso = isoText(text);
  return /^\d{4}(?:-\d\d){0,2}$/.test(iso)
    ? { 'date-parts': [iso.split('-').map(Number)] }
    : readDate(text);
}

/** `Sato, Yuki` or `King, Martin, Jr.`; a name of one part is an organisation's, or one without parts. */
export function namesOf(
  role: 'author' | 'editor' | 'translator',
  lines: readonly RisLine[],
  mapped: Record<string, unknown>,
): Partial<Record<typeof role, CslName[]>> {
  const raw = lines.map(({ value }): CslName => {
    const [family = '', given, suffix] = value.split(/\s*,\s*/);
    return { family, ...(given && { given }), ...(suffix && { suffix }) };
  });
  const names = raw.length > 0 ? raw : (cslItem.shape[role].parse(mapped[role]) ?? []);
  const complete = ({ family, ...rest }: CslName): CslName =>
    family !== undefined && rest.given === undefined ? { literal: family } : { family, ...rest };
  return names.length === 0 ? {} : { [role]: names.map(complete) };
}
