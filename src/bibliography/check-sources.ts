/** Everything wrong with the entries of a bibliography, each by itself. */

import type { Problem } from '../problems/problem.ts';
import type { CslItem, RawSource } from './source.ts';
import { classifyDate } from './source-date.ts';

export function checkSource(source: RawSource): Problem[] {
  return [
    ...checkCompleteness(source),
    ...checkDate(source),
    ...checkAddress(source),
    ...checkDoi(source),
    ...checkMarkup(source),
  ].map((problem) => ({ ...problem, source: source.key }));
}

type Completeness = `source-has-a-${'creator' | 'title' | 'date' | 'place'}`;

/** What to add where something is missing, in the words of the file. */
const additions: Record<RawSource['raw']['format'], Record<Completeness, string>> = {
  bibtex: {
    'source-has-a-creator':
      'Add it; an organisation goes between double braces: `author = {{United Nations}}`.',
    'source-has-a-title': 'Add `title = {…}`; a description serves as well.',
    'source-has-a-date':
      'Add `date = {2019-04-29}`, or `year = {n.d.}`; of a web page, `urldate` says when you read it.',
    'source-has-a-place':
      'Add `url`, `doi`, `journaltitle`, `booktitle`, `publisher`, `institution` or `library`, whatever fits.',
  },
  'csl-json': {
    'source-has-a-creator':
      'Add it; of an organisation: `"author": [{ "literal": "United Nations" }]`.',
    'source-has-a-title': 'Add `"title": "…"`; a description serves as well.',
    'source-has-a-date':
      'Add `"issued": { "raw": "2019-04-29" }`, or `{ "literal": "n.d." }`; of a web page, `accessed` says when you read it.',
    'source-has-a-place':
      'Add `URL`, `DOI`, `container-title`, `publisher` or `archive`, whatever fits.',
  },
  ris: {
    'source-has-a-creator': 'Add a line `AU  - United Nations`.',
    'source-has-a-title': 'Add a line `TI  - …`; a description serves as well.',
    'source-has-a-date': 'Add a line `PY  - 2019/04/29`, or `PY  - n.d.`.',
    'source-has-a-place':
      'Add a line `UR  - `, `DO  - `, `T2  - `, `PB  - ` or `AN  - `, whatever fits.',
  },
};

function checkCompleteness(source: RawSource): Problem[] {
  const { item, key, raw } = source;
  const missing = (rule: Completeness, what: string): Problem => ({
    rule,
    file: source.file,
    place: source.place,
    length: key.length,
    message: `“${key}” has ${what}.`,
    advice: `${additions[raw.format][rule]} \`'${rule}': 'off'\` among the \`severities\` in src/site.ts silences this.`,
  });
  const creators = [item.author, item.editor, item.translator].some((names) => names?.length);
  const dated =
    raw.date !== undefined ||
    item.issued !== undefined ||
    item['status'] !== undefined ||
    (item.type === 'webpage' && item.accessed !== undefined);
  return [
    ...(creators || item.publisher || unsigned.includes(item.type)
      ? []
      : [missing('source-has-a-creator', 'no author, editor or organisation')]),
    ...(item.title?.trim() ? [] : [missing('source-has-a-title', 'no title')]),
    ...(dated ? [] : [missing('source-has-a-date', 'no date')]),
    ...(canBeFound(item) ? [] : [missing('source-has-a-place', whatIsMissing(item))]),
  ];
}

/** Types that nobody signs as often as somebody does, and those that are known by their titles. */
const unsigned = [
  ...['article-newspaper', 'article-magazine', 'entry', 'entry-dictionary', 'entry-encyclopedia'],
  ...[
    'legislation',
    'legal_case',
    'bill',
    'regulation',
    'hearing',
    'treaty',
    'standard',
    'classic',
  ],
  ...['manuscript', 'map', 'collection'],
];

/** Types that are found by themselves: nobody else publishes a manuscript, a letter or an interview; a law has a name. */
const unpublished = [
  ...['manuscript', 'personal_communication', 'interview', 'speech', 'collection'],
  ...['legislation', 'legal_case', 'bill', 'regulation', 'hearing', 'treaty', 'classic'],
];

function canBeFound(item: CslItem): boolean {
  if (item.URL || item.DOI || unpublished.includes(item.type)) return true;
  if (item.type === 'webpage') return false;
  if (['archive', 'archive_location', 'call-number'].some((field) => item[field])) return true;
  return Boolean(item['container-title'] || item.publisher || item['event-title']);
}

function whatIsMissing({ type }: CslItem): string {
  if (type === 'webpage') return 'no URL and no DOI';
  if (type.startsWith('article')) return 'no URL, no DOI and no journal';
  return 'no URL, no DOI, no publisher and nothing it is part of';
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
    const fault = address === undefined ? undefined : addressFault(address);
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
  if (protocol !== 'http:' && protocol !== 'https:')
    return 'does not begin with http:// or https://';
  if (!/^https?:\/\//i.test(address) || !/[.:]/.test(hostname)) return 'names no site of the web';
  const unencoded = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/u.exec(address)?.[0];
  if (unencoded !== undefined) return `has “${unencoded}” in it, which must be encoded`;
  return /%(?![\da-f]{2})/i.test(address) ? 'has a % that encodes nothing' : undefined;
}

function encoded(address: string): string | undefined {
  // What TeX needs before a sign is no part of an address; any other backslash a browser takes for a slash.
  const plain = address.replace(/\\(?=[&%$#_{}~])/g, '');
  if (plain.includes('\\') || !URL.canParse(plain)) return undefined;
  const { href, protocol } = new URL(plain);
  return /^https?:$/.test(protocol) && addressFault(href) === undefined ? href : undefined;
}

function checkDoi({ key, file, raw }: RawSource): Problem[] {
  const DOI = raw.fields.get('doi') ?? raw.fields.get('DOI');
  // The DOI Handbook, 2.2: a prefix that begins with 10, a slash, and any printable characters.
  if (DOI === undefined || /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(DOI)) return [];
  const bare = /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(DOI)?.[0];
  const message = `The DOI of “${key}” is “${DOI}”.`;
  const place = raw.placeOf('doi');
  return [
    { rule: 'source-doi-is-well-formed', file, place, length: DOI.length, message, nearest: bare },
  ];
}

/** CSL-JSON may carry this much of HTML; BibTeX has commands of its own. */
const richText =
  /<\/?(?:i|b|sc|sup|sub)>|<span class="nocase">|<span style="font-variant: ?small-caps;">|<\/span>/g;

function checkMarkup({ key, file, raw }: RawSource): Problem[] {
  return [...raw.fields].flatMap(([field, value]): Problem[] => {
    if (/^(?:url|archiveurl|doi|file|abstract|note|annotation|keywords)$/i.test(field)) return [];
    const tag = /<\/?[a-z!][^>]*>/i.exec(
      raw.markup === 'csl' ? value.replace(richText, '') : value,
    )?.[0];
    if (tag === undefined) return [];
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
