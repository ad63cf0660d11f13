/**
 * Dates as exact as they are known and no more: `2019`, `2019-09` or `2019-09-14` (ISO 8601-1, reduced
 * precision, the form HTML's `<time datetime>` takes).
 */

export interface PartialDate {
  /** The date as written, sortable as text within one precision: `2019-09`. */
  readonly iso: string;
  readonly year: number;
  /** From 1. */
  readonly month?: number;
  readonly day?: number;
}

/** Reads a date, or nothing if the text is no date or the day does not exist. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map((part) => part && Number(part));
  if (typeof year !== 'number') return undefined;
  if (typeof month !== 'number') return { iso: text, year };
  if (month < 1 || month > 12) return undefined;
  if (typeof day !== 'number') return { iso: text, year, month };
  const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return exists && day >= 1 ? { iso: text, year, month, day } : undefined;
}

/** "September 2019", in the words of `lang` (BCP 47), with no part that is not known. */
export function formatPartialDate({ year, month, day }: PartialDate, lang: string): string {
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const name = `${lang} ${month === undefined ? 'year' : day === undefined ? 'month' : 'day'}`;
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(lang, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month !== undefined && { month: 'long' }),
      ...(day !== undefined && { day: 'numeric' }),
    });
  formats.set(name, format);
  return format.format(date);
}

/** By language and exactness: to make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** "2019/09" for an address; a day is never part of it. */
export function datePath({ year, month }: PartialDate): string {
  const years = String(year).padStart(4, '0');
  return month === undefined ? years : `${years}/${String(month).padStart(2, '0')}`;
}

/** The same date, known to the month at most. */
export function toMonth({ iso, year, month }: PartialDate): PartialDate {
  return { iso: iso.slice(0, 7), year, ...(month !== undefined && { month }) };
}

/** The same date, known to the year only. */
export function toYear({ iso, year }: PartialDate): PartialDate {
  return { iso: iso.slice(0, 4), year };
}
