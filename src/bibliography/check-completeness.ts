/** What a source lacks that most have: nothing that a style could not print it without. */
import type { Problem } from '../problems/problem.ts';
import type { CslItem, RawSource, SourceFormat } from './source.ts';

type Completeness = `source-has-a-${'creator' | 'title' | 'date' | 'place'}`;

/** What to add where something is missing, in the words of the file. */
const additions: Record<SourceFormat, Record<Completeness, string>> = {
  BibTeX: {
    'source-has-a-creator':
      'Add it; an organisation goes between double braces: `author = {{United Nations}}`.',
    'source-has-a-title': 'Add `title = {…}`; a description serves as well.',
    'source-has-a-date':
      'Add `date = {2019-04-29}`, or `year = {n.d.}`; of a web page, `urldate` says when you read it.',
    'source-has-a-place':
      'Add `url`, `doi`, `journaltitle`, `booktitle`, `publisher`, `institution` or `library`, whatever fits.',
  },
  'CSL-JSON': {
    'source-has-a-creator':
      'Add it; of an organisation: `"author": [{ "literal": "United Nations" }]`.',
    'source-has-a-title': 'Add `"title": "…"`; a description serves as well.',
    'source-has-a-date':
      'Add `"issued": { "raw": "2019-04-29" }`, or `{ "literal": "n.d." }`; of a web page, `accessed` says when you read it.',
    'source-has-a-place':
      'Add `URL`, `DOI`, `container-title`, `publisher` or `archive`, whatever fits.',
  },
  RIS: {
    'source-has-a-creator': 'Add a line `AU  - United Nations`.',
    'source-has-a-title': 'Add a line `TI  - …`; a description serves as well.',
    'source-has-a-date': 'Add a line `PY  - 2019/04/29`, or `PY  - n.d.`.',
    'source-has-a-place':
      'Add a line `UR  - `, `DO  - `, `T2  - `, `PB  - ` or `AN  - `, whatever fits.',
  },
};

export function checkCompleteness(source: RawSource): Problem[] {
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
    ...(creators || item.publisher || unsigned.includes(item.type) || isProceedings(item)
      ? []
      : [missing('source-has-a-creator', 'no author, editor or organisation')]),
    ...(item.title?.trim() ? [] : [missing('source-has-a-title', 'no title')]),
    ...(dated ? [] : [missing('source-has-a-date', 'no date')]),
    ...(canBeFound(item) || saysWhere(raw)
      ? []
      : [missing('source-has-a-place', whatIsMissing(item))]),
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
  ...['manuscript', 'map', 'collection', 'periodical', 'webpage', 'post', 'post-weblog', 'patent'],
  ...['motion_picture', 'broadcast', 'performance'],
];

/** What was said at a conference has editors, whom not every volume names. */
function isProceedings({ title = '' }: CslItem): boolean {
  return /^(?:(?:conference |workshop )?proceedings|actes|atti|actas|akten)\b/i.test(title.trim());
}

/** Types that are found by themselves: nobody else publishes a manuscript, a letter or an interview; a law has a name. */
const unpublished = [
  ...['manuscript', 'personal_communication', 'interview', 'speech', 'collection'],
  ...['legislation', 'legal_case', 'bill', 'regulation', 'hearing', 'treaty', 'classic'],
  ...['patent', 'periodical', 'standard', 'motion_picture', 'broadcast', 'performance', 'graphic'],
];

/** Catalogues know a book by any of these; many a discipline prints “Berlin 1921” of it and no publisher. */
const known = ['archive', 'archive_location', 'call-number', 'publisher-place', 'ISBN'];

function canBeFound(item: CslItem): boolean {
  if (item.URL || item.DOI || unpublished.includes(item.type)) return true;
  if (item.type === 'webpage') return false;
  if (known.some((field) => item[field])) return true;
  return Boolean(item['container-title'] || item.publisher || item['event-title']);
}

/** In BibTeX the address of what nobody publishes stands in a note, and so does that it is not published yet. */
function saysWhere({ fields }: RawSource['raw']): boolean {
  const said = ['note', 'addendum', 'howpublished', 'pubstate'].flatMap(
    (name) => fields.get(name) ?? [],
  );
  return (
    fields.has('howpublished') ||
    fields.has('eprint') ||
    said.some((words) => /https?:|\\url|www\.|doi/i.test(words) || notYet.test(words.trim()))
  );
}

const notYet =
  /^(?:to appear|in preparation|in press|forthcoming|submitted|accepted|unpublished|manuscript|under review)/i;

function whatIsMissing({ type }: CslItem): string {
  if (type === 'webpage') return 'no URL and no DOI';
  if (type.startsWith('article')) return 'no URL, no DOI and no journal';
  return 'no URL, no DOI, no publisher and nothing it is part of';
}
