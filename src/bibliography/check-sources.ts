/** Everything wrong with the entries of a bibliography, each by itself. */

import type { Problem } from '../problems/problem.ts';
import { checkCompleteness } from './check-completeness.ts';
import { checkNames } from './check-names.ts';
import type { RawSource } from './source.ts';
import { bareDoi, plainAddress, wholeDoi } from './source-address.ts';
import { classifyDate } from './source-date.ts';

export function checkSource(source: RawSource): Problem[] {
  return [
    ...checkCompleteness(source),
    ...checkDate(source),
    ...checkAddress(source),
    ...checkDoi(source),
    ...checkMarkup(source),
    ...checkNames(source),
  ].map((problem) => ({ ...problem, source: source.key }));
}

function checkDate({ key, file, raw }: RawSource): Problem[] {
  const others = ['urldate', 'archivedate'].map((field) => [field, raw.fields.get(field)] as const);
  return [['date', raw.date] as const, ...others].flatMap(([field, date]): Problem[] => {
    const verdict = date === undefined ? 'valid' : classifyDate(date);
    if (date === undefined || verdict === 'valid') return [];
    const place = field === 'date' ? raw.placeOf('date', 'year') : raw.placeOf(field);
    const about = { file, place, length: date.length };
    return verdict === 'no-year'
      ? [
          {
            rule: 'source-date-has-a-year',
            ...about,
            message: `“${key}” has the date “${date}”, without a year.`,
          },
        ]
      : [
          {
            rule: 'source-date-exists',
            ...about,
            message: `“${key}” has the date “${date}”, which is not in the calendar.`,
          },
        ];
  });
}

function checkAddress({ key, file, raw }: RawSource): Problem[] {
  return ['url', 'URL', 'archiveurl'].flatMap((field): Problem[] => {
    // As typed: what reads BibTeX encodes it.
    const address = raw.fields.get(field);
    const fault = address === undefined ? undefined : addressFault(plainAddress(address));
    if (address === undefined || fault === undefined) return [];
    return [
      {
        rule: 'source-url-is-well-formed',
        file,
        place: raw.placeOf(field, 'howpublished'),
        length: address.length,
        message: `The ${field === 'archiveurl' ? field : 'URL'} of “${key}”, “${address}”, ${fault}.`,
        nearest: encoded(address),
      },
    ];
  });
}

/** What RFC 3986 and the web have against an address, or nothing. */
function addressFault(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is no web address';
  const { protocol, hostname } = new URL(address);
  if (!['http:', 'https:', 'ftp:'].includes(protocol))
    return 'does not begin with http:// or https://';
  if (!/^(?:https?|ftp):\/\//i.test(address) || !/[.:]/.test(hostname))
    return 'names no site of the web';
  const unencoded = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/u.exec(address)?.[0];
  if (unencoded !== undefined) return `has “${unencoded}” in it, which must be encoded`;
  return /%(?![\da-f]{2})/i.test(address) ? 'has a % that encodes nothing' : undefined;
}

function encoded(address: string): string | undefined {
  // Any backslash that TeX does not need, a browser takes for a slash.
  const plain = plainAddress(address);
  const whole = /^[a-z]+:/i.test(plain) ? plain : `https://${plain}`;
  if (plain.includes('\\') || !URL.canParse(whole)) return undefined;
  const { href, protocol } = new URL(whole);
  return /^https?:$/.test(protocol) && addressFault(href) === undefined ? href : undefined;
}

function checkDoi({ key, file, raw }: RawSource): Problem[] {
  const DOI = raw.fields.get('doi') ?? raw.fields.get('DOI');
  if (DOI === undefined || wholeDoi.test(DOI)) return [];
  const bare = bareDoi(DOI);
  const about = { file, place: raw.placeOf('doi'), length: DOI.length };
  if (wholeDoi.test(bare)) {
    const message = `The DOI of “${key}” is “${DOI}”, with more than its name.`;
    return [{ rule: 'source-doi-is-bare', ...about, message, nearest: bare }];
  }
  const nearest = /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(DOI)?.[0];
  const message = `The DOI of “${key}” is “${DOI}”.`;
  return [{ rule: 'source-doi-is-well-formed', ...about, message, nearest }];
}

function hasText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => hasText(part, text));
}

/** This much of HTML is printed as what it means, in every format. */
const richText =
  /<\/?(?:i|b|sc|sup|sub)>|<span class="nocase">|<span style="font-variant: ?small-caps;">|<\/span>/g;

const unprinted = /^(?:url|archiveurl|doi|file|abstract|note|annote|annotation|keywords)$/i;

function checkMarkup({ key, file, raw, item }: RawSource): Problem[] {
  return [...raw.fields].flatMap(([field, value]): Problem[] => {
    if (!value.includes('<') || unprinted.test(field)) return [];
    const tag = /<\/?[a-z!][^>]*>/i.exec(value.replace(richText, ''))?.[0];
    // A field that no note prints, such as an affiliation, may have what it likes.
    if (tag === undefined || !hasText(item, tag)) return [];
    const message = `The ${field} of “${key}” has “${tag}” in it, which would be shown as it is.`;
    return [
      {
        rule: 'source-field-is-plain',
        file,
        place: raw.placeOf(field),
        length: value.length,
        message,
      },
    ];
  });
}
