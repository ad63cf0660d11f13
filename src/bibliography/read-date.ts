/**
 * Dates of BibLaTeX and BibTeX as CSL has them, never more exact than they are: EDTF level 1 (BibLaTeX manual, 2.3.8),
 * and the words of BibTeX's year, month and day.
 */
import type { CslDate } from './source.ts';
import {
  lastOfYears,
  monthBeside,
  monthNumber,
  plainDate as plain,
  slashed,
  uncertain,
  withEra,
} from './source-date.ts';

interface Part {
  readonly from: number[];
  /** The last year of a decade or a century. */
  readonly to?: number[];
}

/** `date` as EDTF; what is none stays as it is typed. */
export function readDate(date: string): CslDate {
  if (/^[1-9]\d{3}$/.test(date)) return { 'date-parts': [[Number(date)]] };
  const typed = plain(date).replace(slashed, '$1-$2-$3');
  if (withEra.test(typed) || lastOfYears(typed) !== undefined) return readYear(typed);
  const [, words = '', year = ''] =
    /^((?=.*\p{L})[^[\]]*[^[\] ,.])[., ]+(\d{4})$/u.exec(typed) ?? [];
  const inWords = words === '' ? undefined : readYear(year, words);
  if (inWords?.['date-parts'] !== undefined) return inWords;
  const bounds = typed.split('/').map((part) => readPart(part.trim()));
  const [start, end, ...more] = bounds;
  if (start === undefined || more.length > 0) return { literal: typed };
  if (start === 'open' || bounds.includes('none')) return { literal: typed };
  if (start === 'none') return { literal: typed };
  const circa = typed.split('/').some((part) => uncertain.test(part.trim()));
  const last =
    end === undefined || end === 'none' ? start.to : end === 'open' ? [0] : (end.to ?? end.from);
  return { 'date-parts': last ? [start.from, last] : [start.from], ...(circa && { circa: true }) };
}

/** BibTeX's fields. A month may be two, a season, or have a day beside it. */
export function readYear(year: string, month = '', day = ''): CslDate {
  const text = plain(year);
  const range = /^(-?\d{4})\s*[-–]{1,2}\s*(\d{4}|\d\d)$/.exec(text);
  if (range !== null) {
    const [, from = '', to = ''] = range;
    const last = to.length === 2 ? from.slice(0, 2) + to : to;
    if (Number(last) > Number(from)) return { 'date-parts': [[Number(from)], [Number(last)]] };
  }
  const [, count, era = ''] = withEra.exec(text) ?? [];
  const read =
    count === undefined
      ? readDate(text)
      : { 'date-parts': [[/^b/i.test(era) ? -Number(count) : Number(count)]] };
  const [parts, ...more] = read['date-parts'] ?? [];
  // `5–7 Mars` is `Mars 5–7`.
  const within = plain(monthBeside(month, year)).replace(
    /^(\d{1,2})\.?\s*[-–]+\s*(\d{1,2})[. ]+(\p{L}+)$/u,
    '$3 $1–$2',
  );
  if (within === '') return read;
  const words = [plain(day), within, text].filter(Boolean).join(' ');
  const [first = '', second, ...others] = within
    .split(/\s*(?:\/|[-–]+|,|&|\band\b|\bund\b|\bet\b)\s*/)
    .filter(Boolean);
  const start = readMonth(first, Number(plain(day)) || undefined);
  const isDay = start.day !== undefined && /^\d+$/.test(second ?? '') && Number(second) <= 31;
  const end = isDay
    ? { number: start.number, day: Number(second) }
    : readMonth(second ?? '', undefined);
  const months = second === undefined ? [start] : [start, end];
  if (parts?.length !== 1 || more.length > 0)
    return parts === undefined ? { literal: words } : read;
  if (others.length > 0) return { literal: words };
  const dates = months.map(({ number, day: on }) =>
    number === undefined ? [] : [...parts, number, ...(on === undefined ? [] : [on])],
  );
  return dates.some((each) => each.length === 0)
    ? { literal: words }
    : { ...read, 'date-parts': dates };
}

/** `10 mar`, `March 10th`, `08 13`. */
function readMonth(text: string, dayBeside: number | undefined) {
  const words = text.split(/[. ]+/).filter(Boolean);
  const isName = (word: string) => monthNumber(word) !== undefined;
  const name =
    words.find(isName) ?? words.find((word) => /^(?:0\d|1[0-2])$/.test(word)) ?? words[0] ?? '';
  const rest = words.filter((word) => word !== name).map((word) => Number.parseInt(word, 10));
  const number = /^(?:0?[1-9]|1[0-2]|2[1-4])$/.test(name) ? Number(name) : monthNumber(name);
  const isClear = rest.length <= 1 && rest.every((each) => each >= 1 && each <= 31);
  return { number: isClear ? number : undefined, day: rest[0] ?? dayBeside };
}

/** `198X`, `2004-22`, `-0399`, `1983~`. CSL counts years as people do: there is none of 0. */
function readPart(part: string): Part | 'open' | 'none' {
  if (part === '' || part === '..') return 'open';
  // An earlier draft of EDTF had `u` for X.
  const calendar = (part.split('T')[0] ?? '').replace(uncertain, '').replaceAll('u', 'X');
  const match =
    /^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{1,2}|XX)(?:-(\d{1,2}|XX))?)?$/.exec(calendar) ?? [];
  const [, sign, digits, month = 'XX', day = 'XX'] = match;
  if (digits === undefined) return 'none';
  const year = (text: string) => {
    const number = Number(`${sign}${text}`);
    return number <= 0 ? number - 1 : number;
  };
  if (digits.includes('X')) {
    const [first, last] = [year(digits.replaceAll('X', '0')), year(digits.replaceAll('X', '9'))];
    return sign ? { from: [last], to: [first] } : { from: [first], to: [last] };
  }
  const from = [year(digits)];
  if (month !== 'XX') from.push(Number(month));
  if (month !== 'XX' && day !== 'XX') from.push(Number(day));
  return { from };
}
