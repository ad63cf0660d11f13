/**
 * Dates of sources: BibLaTeX's part of EDTF (ISO 8601-2), and the year, month and day of BibTeX.
 * BibLaTeX manual, 2.3.8.
 */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

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
    .replace(/^\[(.*)\]$/, '$1')
    .replace(about, '');
  const parts = certain.split('/');
  if (parts.length > 2) return 'impossible';
  const verdicts = parts.map((part) =>
    part === '' || part === '..' ? 'valid' : classifyPart(part),
  );
  return verdicts.find((verdict) => verdict !== 'valid') ?? 'valid';
}

const uncertain = /[?~%]$/;

/** Whether `date` is as EDTF writes one that is about right, or may be wrong. */
export function isUncertain(date: string): boolean {
  return date.split('/').some((part) => uncertain.test(part.trim()));
}

function classifyPart(part: string): 'valid' | 'no-year' | 'impossible' {
  const [calendar = ''] = part.replace(uncertain, '').split('T');
  const match = /^(-?\d{4}|\d{1,3}XX?|\d{2}XX|\d{3}X)(?:-([^-]+)(?:-([^-]+))?)?$/.exec(calendar);
  if (match === null) return /(?<!\d)-?\d{4}(?!\d)|\dX/.test(calendar) ? 'impossible' : 'no-year';
  const [, year = '', month, day] = match;
  if (month === undefined) return 'valid';
  const monthNumber = readMonth(month);
  if (monthNumber === undefined) return 'impossible';
  // 21 to 24 are the seasons.
  if (monthNumber >= 21 && monthNumber <= 24) return day === undefined ? 'valid' : 'impossible';
  if (monthNumber < 1 || monthNumber > 12) return 'impossible';
  if (day === undefined || day === 'XX') return 'valid';
  const last = new Date(Date.UTC(Number(year.replaceAll('X', '0')), monthNumber, 0)).getUTCDate();
  return /^\d{1,2}$/.test(day) && Number(day) >= 1 && Number(day) <= last ? 'valid' : 'impossible';
}

function readMonth(month: string): number | undefined {
  if (/^\d{1,2}$/.test(month)) return Number(month);
  const index = months.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}
