/** What the mapping from BibLaTeX to CSL leaves undone: names, kinds of article, languages. */
import { entryTerm } from './entry-term.ts';
import { languageTag } from './language-tag.ts';
import { readDate, readYear } from './read-date.ts';
import type { CslDate, CslItem, CslName } from './source.ts';
import { bareDoi, encodeAddress } from './source-address.ts';

/** An entry as typed, of which the mapping has no use for some parts. */
interface Entry {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
  /** BibLaTeX data annotations (manual, 3.7) by field and name: `author+an:order = {1=family-first}`. */
  readonly annotations?: Annotations | undefined;
}

type Annotations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** `family` is the entry, and those that it inherits from. */
export function completeItem(item: CslItem, key: string, family: readonly Entry[]): CslItem {
  const [{ type, properties = {}, annotations = {} } = {}] = family;
  const { archiveurl, archivedate, eprint, eprinttype = properties['archiveprefix'] } = properties;
  const { genre, language, editor, status, ...rest } = asWhole(inSeries(item), type);
  const archive = eprint && !item.URL && !item.DOI && archives[eprinttype?.toLowerCase() ?? ''];
  const article = item.type === 'article-journal' ? articleTypes[genre ?? ''] : undefined;
  const lang = language && languageTag(language);
  const isDirected =
    'director' in properties || /^director$/i.test(properties['editortype']?.trim() ?? '');
  return {
    ...rest,
    ...(article === undefined ? genre && { genre: entryTerm(genre) } : { type: article }),
    ...(typeof status === 'string' && { status: entryTerm(status) }),
    ...(lang && { language: lang }),
    ...datesOf(family),
    ...(item.URL && { URL: encodeAddress(item.URL) }),
    ...(archive && { URL: `${archive}${encodeURI(eprint)}` }),
    ...(item.DOI && { DOI: bareDoi(item.DOI) }),
    ...(item.type === 'legal_case' && item.publisher && { authority: item.publisher }),
    id: key,
    'citation-key': key,
    ...(item.author && { author: completeNames(item.author, annotations['author']) }),
    ...(archiveurl && { custom: { archiveurl, ...(archivedate && { archivedate }) } }),
    ...(editor && {
      [isDirected ? 'director' : 'editor']: completeNames(editor, annotations['editor']),
    }),
  };
}

function datesOf(family: readonly Entry[]): Partial<Record<string, CslDate>> {
  const typed = (name: string) =>
    family.find(({ properties }) => properties[name] !== undefined)?.properties[name];
  const dated = family.find(({ properties: { date, year } }) => (date ?? year)?.trim())?.properties;
  const { date, year, month, day } = dated ?? {};
  const dates: Record<string, CslDate> = {};
  for (const [field, name] of dateFields) {
    const value = typed(field);
    if (value !== undefined) dates[name] = readDate(value);
  }
  if (date !== undefined) dates['issued'] = readDate(date);
  else if (year !== undefined) dates['issued'] = readYear(year, month, day);
  return dates;
}

/** The number of a paper is that of the volume in its series, if it has one. */
function inSeries(item: CslItem): CslItem {
  if (item.type !== 'paper-conference' || !item['issue'] || !item['collection-title']) return item;
  const { issue, ...rest } = item;
  return { ...rest, 'collection-number': issue };
}

/** Of a whole book, `booktitle` is for its chapters: BibDesk has its title there, DBLP a short one of proceedings. */
function asWhole(item: CslItem, type = ''): CslItem {
  const isProceedings = /^(?:mv)?proceedings$/.test(type) && item.title !== undefined;
  const isNamedTwice = item.type === 'book' && item.title === item['container-title'];
  if (!isProceedings && !isNamedTwice) return item;
  const { 'container-title': _, ...rest } = item;
  return rest;
}

const dateFields = [
  ['urldate', 'accessed'],
  ['origyear', 'original-date'],
  ['origdate', 'original-date'],
  ['eventdate', 'event-date'],
] as const;

/** Where an `eprint` of these types is found (BibLaTeX manual, 3.14.7). */
const archives: Record<string, string> = {
  arxiv: 'https://arxiv.org/abs/',
  googlebooks: 'https://books.google.com/books?id=',
  hdl: 'https://hdl.handle.net/',
  jstor: 'https://www.jstor.org/stable/',
  pubmed: 'https://pubmed.ncbi.nlm.nih.gov/',
};

/** BibLaTeX keeps the kind of an article in `entrysubtype`; CSL has types for two of them. */
const articleTypes: Record<string, string> = {
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
};

/**
 * A name of one part is a corporate name or a name without parts: CSL's `literal`. A name marked
 * `author+an:order = {1=family-first}` keeps its order in every style.
 */
function completeNames(
  names: readonly CslName[],
  annotations: Annotations[string] | undefined,
): CslName[] {
  const familyFirst = new Set(
    [...(annotations?.['order'] ?? '').matchAll(/(\d+)\s*=\s*"?family-first"?/g)].map((match) =>
      Number(match[1]),
    ),
  );
  const some = names.filter((name) => Object.keys(name).length > 0);
  return some.map((name, index) => {
    if (name.family !== undefined && Object.keys(name).length === 1)
      return { literal: name.family };
    return familyFirst.has(index + 1) ? { ...name, 'static-ordering': true } : name;
  });
}
