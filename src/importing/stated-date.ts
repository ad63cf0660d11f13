/** A date as a document states it, in figures or in words of one of the languages of this site. */
import { parsePartialDate } from '../essay/partial-date.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru'];

/** ISO 8601, as exact as it is stated; `undefined` for what is no date, and for one that may be read in two ways. */
export function statedDate(text: string): string | undefined {
  const words = text.replace(/\s+/g, ' ').trim();
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=$|[T ])/.exec(words)?.[1];
  if (iso !== undefined) return parsePartialDate(iso)?.iso;
  const [, year, month, day] =
    /^(\d{4})[年년./]\s*(\d{1,2})(?:[月월./]?\s*(?:(\d{1,2})[日일]?)?)?\.?$/.exec(words) ?? [];
  if (year !== undefined) return join(year, month, day);
  const named =
    /^(?:\p{L}+,? )?(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de )?)?(\p{L}+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?,)?,?(?: de)? (\d{4})(?: г\.?)?$/u.exec(
      words,
    );
  const number = months.get(named?.[2]?.toLowerCase() ?? '');
  if (named === null || number === undefined) return undefined;
  return join(named[4] ?? '', String(number), named[1] ?? named[3]);
}

function join(year: string, month?: string, day?: string): string | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined);
  return parsePartialDate(parts.map((part) => part.padStart(2, '0')).join('-'))?.iso;
}

/** Whole names and short ones, as they stand by themselves and in a date. */
const months = new Map(
  languages.flatMap((lang) =>
    Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2019, index, 15))).flatMap((date) =>
      (['long', 'short'] as const).flatMap((month) =>
        [{ month }, { month, day: 'numeric' } as const].flatMap((options) =>
          new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' })
            .formatToParts(date)
            .filter(({ type }) => type === 'month')
            .map(({ value }): [string, number] => [
              value.toLowerCase().replace(/\.$/, ''),
              date.getUTCMonth() + 1,
            ]),
        ),
      ),
    ),
  ),
);
