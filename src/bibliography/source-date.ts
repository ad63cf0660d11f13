/**
 * Dates of sources: BibLaTeX's part of EDTF (ISO 8601-2), and the year, month and day of BibTeX.
 * BibLaTeX manual, 2.3.8.
 */

const names =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

const seasons = ['spring', 'summer', 'autumn', 'winter'];

/** What takes the place of a date, as bibliographies have it: that there is none, or none yet. */
const undated =
  /^(?:n\. ?d|s\. ?d|s\. ?a|o\. ?j|б\. ?г|undated|forthcoming|in press|in preparation|im erscheinen|à paraître|в печати)\.?$/i;

/** “About” before a year. */
const about = /^(?:c|ca|circa|um|vers|ок)\b\.?\s*|^ок\.\s*/iu;

/** `date` as typed; BibTeX's year, month and day come joined with hyphens. */
export function classifyDate(date: string): 'valid' | 'no-year' | 'impossible' {
  if (undated.test(date.trim())) return 'valid';
  // A cataloguer puts what the source itself does not say in brackets.
  const certain = date
    .trim()
    .replace(/^\{+(.*?)\}+$/, '$1')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(slashed, '$1-$2-$3')
    .replace(about, '');
  if (!certain.includes('/') && classifyPart(certain) === 'valid') return 'valid';
  if (/^\d{4}\s*(?:--|–)\s*\d{2}(?:\d{2})?$/.test(certain) || /^\[.*\d{4}.*\]$/.test(date.trim()))
    return 'valid';
  // BibTeX: `2015-September/October`.
  const [, months] = /^\d{4}-(\D+)$/.exec(certain) ?? [];
  const named = months?.split(/\s*(?:[/,&–]|-+|\band\b)\s*/) ?? [];
  if (named.length === 2 && named.every((each) => monthNumber(each) !== undefined)) return 'valid';
  if (lastOfYears(certain) !== undefined) return 'valid';
  if (withEra.test(certain) || wordy.some((each) => each.test(certain))) return 'valid';
  if (isInWords(certain) || isTold(certain)) return 'valid';
  const parts = certain.split('/');
  if (parts.length > 2) return 'impossible';
  const verdicts = parts.map((part) =>
    part === '' || part === '..' ? 'valid' : classifyPart(part),
  );
  return verdicts.find((verdict) => verdict !== 'valid') ?? 'valid';
}

/**
 * `1996 [1985]`, `2019a`, `1960s`, `Winter 1999/2000`, and with BibTeX's months `2007-09~22--26` and `June 1980`: what is
 * printed as it is meant.
 */
const wordy = [
  /^(?:\d{4}[a-z]|\d{3}0(?:’?s|'s|er))$/,
  /^\p{L}+ \d{4}\s*(?:\/|--?|–)\s*(?:\d{2}){1,2}$/u,
  /^(?:\d{4} \[\d{4}\]|\[\d{4}\] \d{4})$/,
  /^\d{4}-(?:0[1-9]|1[0-2]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)[ ~]+\d{1,2}(?:(?: ?(?:--?|–) ?)\d{1,2})?(?:--)?$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{4}$/i,
];

/** `2008/10/01`. */
export const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;

/** Of `1931-32` and `1931-1932`, the last year: no month or season has that number. */
export function lastOfYears(date: string): number | undefined {
  const [, first = '', last = ''] = /^(\d{4})-(\d{4}|\d\d)$/.exec(date) ?? [];
  const isShort = last.length === 2;
  const year = Number(isShort ? first.slice(0, 2) + last : last);
  return year > Number(first) && !(isShort && Number(last) <= 24) ? year : undefined;
}

/** `between 1827 and 1832`, `argued October 6, 1993`: printed as it is told. */
function isTold(date: string): boolean {
  const words = plainDate(date)
    .split(/[\s.,/–—-]+/)
    .filter(Boolean);
  const [first = ''] = words;
  const isPlain = (word: string) =>
    /^(?:\p{L}+|\d{4})$/u.test(word) || (/^\d{1,2}$/.test(word) && Number(word) <= 31);
  const hasYear = words.some((word) => /^\d{4}$/.test(word));
  return (
    /^\p{L}{3}/u.test(first) && monthNumber(first) === undefined && hasYear && words.every(isPlain)
  );
}

/** BibTeX's month without the year, which some write there, too: `Dec 2001`. */
export function monthBeside(month: string, year: string): string {
  const own = plainDate(year);
  const words = plainDate(month).split(/[ ,]+/);
  const others = words.filter((word) => word !== own);
  return /^\d{4}$/.test(own) && others.length > 0 && others.length < words.length
    ? others.join(' ')
    : month;
}

/** Without what TeX needs around it. */
export function plainDate(text: string): string {
  if (/^[\w/]*$/.test(text)) return text;
  return (
    text
      .replace(/\\noopsort\s*\{[^{}]*\}/g, '')
      .replace(/\\text(?:en|em)dash\s*/g, '–')
      .replace(/(?<=[^\s-])~(?=[^\s/])|[{}]/g, (sign) => (sign === '~' ? ' ' : ''))
      // `oct # " 2-5"`, which some program took for text.
      .replace(/\\#|''|``|"/g, ' ')
      .replaceAll('--', '–')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** `7-11 August 2016`, and with BibTeX's month behind the year `1990-5--7 Mars`, `1942-1~march`. */
function isInWords(date: string): boolean {
  const [, ahead, year, behind] =
    /^(?:(.*?\p{L}.*?)[ ,]+)?(\d{4})(?:-(\D*\d.*|\p{L}.*))?$/u.exec(plainDate(date)) ?? [];
  const words = [ahead, behind].filter(Boolean).join(' ');
  if (year === undefined || words === '') return false;
  const parts = words.split(/[\s.,/–—-]+|\b(?:de|del|of)\b/).filter(Boolean);
  const months = parts.filter((part) => /\p{L}/u.test(part)).map(monthNumber);
  const days = parts.filter((part) => !/\p{L}/u.test(part));
  const last = Math.max(...months.map((month) => daysIn(Number(year), month ?? 0)));
  return (
    months.length > 0 &&
    months.length <= 2 &&
    months.every((month) => month !== undefined) &&
    days.length <= 2 &&
    days.every((day) => /^\d{1,2}$/.test(day) && Number(day) >= 1 && Number(day) <= last)
  );
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A year as historians write it. */
export const withEra = /^(\d{1,4})\s*(B\.?C\.?(?:E\.?)?|C\.?E\.?|A\.?D\.?)$/i;

/** How EDTF marks a date as about right, or as doubtful. */
export const uncertain = /[?~%]+$/;

function classifyPart(part: string): 'valid' | 'no-year' | 'impossible' {
  const [typed = ''] = part.replace(uncertain, '').split('T');
  const calendar = typed.replace(/(?<=\d|-)u/g, 'X').replace(/(?<=X)u/g, 'X');
  const match = /^(-?\d{4}|\d{1,3}XX?|\d{2}XX|\d{3}X)(?:-([^-]+)(?:-([^-]+))?)?$/.exec(calendar);
  if (match === null) return /(?<!\d)-?\d{4}(?!\d)|\dX/.test(calendar) ? 'impossible' : 'no-year';
  const [, year = '', month, day] = match;
  if (month === undefined) return 'valid';
  const number = readMonth(month);
  if (month === 'XX') return 'valid';
  if (number === undefined) return 'impossible';
  // 21 to 24 are the seasons.
  if (number >= 21 && number <= 24) return day === undefined ? 'valid' : 'impossible';
  if (number < 1 || number > 12) return 'impossible';
  if (day === undefined || day === 'XX') return 'valid';
  const last = daysIn(Number(year.replaceAll('X', '0')), number);
  return /^\d{1,2}$/.test(day) && Number(day) >= 1 && Number(day) <= last ? 'valid' : 'impossible';
}

function readMonth(month: string): number | undefined {
  return /^\d{1,2}$/.test(month) ? Number(month) : monthNumber(month);
}

/**
 * The number of a month or a season by its English name, seasons as EDTF counts them; of a month, by its name in the
 * other languages in which bibliographies are kept, too.
 */
export function monthNumber(name: string): number | undefined {
  const word = name.trim().replace(/\.$/, '').toLowerCase();
  const season = seasons.indexOf(word.replace('fall', 'autumn'));
  if (season >= 0) return 21 + season;
  const index = names.findIndex((month) => word.length >= 3 && month.startsWith(word.slice(0, 9)));
  if (index >= 0) return index + 1;
  if (!/\p{L}/u.test(word)) return undefined;
  monthsElsewhere ??= namesElsewhere();
  return monthsElsewhere.get(word);
}

let monthsElsewhere: ReadonlyMap<string, number> | undefined;

/** As `Intl` has them: `mars`, `januar`, `janvier`, `января`. */
function namesElsewhere(): Map<string, number> {
  const languages = ['de', 'de-AT', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'pl', 'sv'];
  const formats = languages.flatMap((language) =>
    (['long', 'short'] as const).map(
      (month) => new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
    ),
  );
  return new Map(
    formats.flatMap((format) =>
      Array.from({ length: 12 }, (_, index): [string, number] => {
        const parts = format.formatToParts(Date.UTC(2000, index, 1));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        return [name.toLowerCase().replace(/\.$/, ''), index + 1];
      }),
    ),
  );
}
