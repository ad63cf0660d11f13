/** All sources of the site by key, from any number of bibliography files. */

import type { Problem } from '../problems/problem.ts';
import { checkSource } from './check-sources.ts';
import { type KnownItems, readBibtexFiles } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import type { Bibliography, CslItem, RawEntry, Source } from './source.ts';
import { wholeDoi } from './source-address.ts';

export interface BibliographyFile {
  /** Path as the author knows it; `.json` is CSL-JSON, everything else BibTeX or BibLaTeX. */
  readonly path: string;
  readonly text: string;
}

export interface ReadBibliography {
  readonly bibliography: Bibliography;
  readonly problems: readonly Problem[];
  /** Of BibTeX, for one who reads the files again. */
  readonly known: KnownItems;
}

/**
 * Merges the files and checks every entry. Of a key that stands twice, the first entry counts. The item of an entry
 * whose text is as it was in `last` is the same object as there, unless other entries have a part in it.
 */
export function readBibliography(
  files: readonly BibliographyFile[],
  last?: ReadBibliography,
): ReadBibliography {
  const sources = new Map<string, Source>();
  const byFoldedKey = new Map<string, Source>();
  const byIdentity = new Map<string, Source>();
  const problems: Problem[] = [];
  // Half a character takes the place of a whole one, so that every place stays true.
  const whole = files.map(({ path, text }) => ({ path, text: text.toWellFormed() }));
  const isJson = ({ path }: BibliographyFile) => path.endsWith('.json');
  const bibtex = readBibtexFiles(
    whole.filter((file) => !isJson(file)),
    last?.known,
  );
  problems.push(...bibtex.problems);
  const byFile = Map.groupBy(bibtex.sources, ({ file }) => file);
  for (const file of whole) {
    const read = isJson(file) ? readCslJson(file.text, file.path) : { sources: [], problems: [] };
    problems.push(...read.problems);
    for (const source of byFile.get(file.path) ?? read.sources) {
      const double = sources.get(source.key);
      if (double !== undefined) {
        problems.push(repeats(source, double, 'key-is-unique', 'is used twice'));
        continue;
      }
      const { raw, ...read } = source;
      const lasting: Source = isPrimary(raw) ? { ...read, isPrimary: true } : read;
      sources.set(source.key, lasting);
      problems.push(...checkSource(source));
      const alike = remember(byFoldedKey, [source.key.toLowerCase()], lasting);
      if (alike)
        problems.push(
          repeats(
            source,
            alike,
            'key-differs-by-more-than-case',
            `and “${alike.key}” differ only in capitals`,
          ),
        );
      // A set is like the first of its members.
      const identities = raw.type === 'set' ? [] : sourceIdentities(lasting);
      const same = remember(byIdentity, identities, lasting);
      if (same && !isOther(source.item, same.item))
        problems.push(
          repeats(source, same, 'source-is-listed-once', `is the same source as “${same.key}”`),
        );
    }
  }
  return { bibliography: { sources }, problems, known: bibtex.known };
}

/** By its keywords, as `\printbibliography[keyword=primary]` has it. */
function isPrimary({ fields }: RawEntry): boolean {
  const keywords = fields.get('keywords') ?? fields.get('keyword') ?? '';
  return /(?:^|[,;])\s*primary\s*(?:[,;]|$)/i.test(keywords);
}

/** One page may list several sources, and the volumes of one work have one title, as a column in every issue has. */
function isOther(item: CslItem, first: CslItem): boolean {
  if (doiOf(item) !== undefined && item.DOI === first.DOI) return false;
  // Of titles that end in other words, those with other numbers are of other sources.
  const [start, other] = [item, first].map(({ title = '' }) => {
    return fold(title).slice(0, 12) + title.replace(/\D+/g, ' ');
  });
  const isDifferent = (name: string) => {
    const [own, theirs] = [item[name], first[name]];
    return own !== undefined && theirs !== undefined && String(own) !== String(theirs);
  };
  return (
    start !== other ||
    tellingFields.some(isDifferent) ||
    isEarlyVersion(item) !== isEarlyVersion(first) ||
    areTwoPages(item.URL, first.URL)
  );
}

/** What is published elsewhere, too, as a rule. */
function isEarlyVersion({ type, 'container-title': container = '' }: CslItem): boolean {
  return /^(?:report|thesis|article)$/.test(type) || /\barxiv\b/i.test(container);
}

const tellingFields = ['volume', 'issue', 'number', 'part-number', 'collection-number', 'edition'];

/** Two addresses at one site. */
function areTwoPages(address = '', other = ''): boolean {
  if (foldAddress(address) === foldAddress(other)) return false;
  const [host, otherHost] = [address, other].map((each) => URL.parse(each)?.host);
  return host !== undefined && host === otherHost;
}

/** In small letters; nothing of what is none. */
function doiOf({ DOI }: CslItem): string | undefined {
  return DOI !== undefined && wholeDoi.test(DOI) ? DOI.toLowerCase() : undefined;
}

/** Remembers `source` under each name, and gives the one that was there first under any of them. */
function remember(index: Map<string, Source>, names: readonly string[], source: Source) {
  const first = names.map((name) => index.get(name)).find((each) => each !== undefined);
  for (const name of names) if (!index.has(name)) index.set(name, source);
  return first;
}

function repeats(
  { key, file, place }: Source,
  first: Source,
  rule: Problem['rule'],
  how: string,
): Problem {
  const where = `${first.file}:${first.place.line}`;
  return {
    rule,
    file,
    place,
    length: key.length,
    source: key,
    message: `“${key}” ${how}; the first stands at ${where}.`,
  };
}

/**
 * All by which a source can be recognised: its DOI, its address, or author, title and year; for one that nobody signed
 * or dated, its title and what there is of author, container and date. Empty only without any of these.
 */
export function sourceIdentities({ item }: Source): string[] {
  const { URL: address, author, title, type, 'container-title': container } = item;
  const doi = doiOf(item);
  const names = author?.map(({ family, literal }) => fold(family ?? literal ?? '')).join('+');
  const date = item.issued?.['date-parts']?.[0] ?? [];
  const [year] = date;
  // A chapter or an entry of a reference work shares the address of the whole.
  const isPart = ['chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia'].includes(type);
  return [
    ...(doi && !isPart ? [`doi ${doi}`] : []),
    ...(address && !isPart ? [`url ${foldAddress(address)}`] : []),
    ...(names && title && year ? [`work ${names} ${fold(title)} ${year}`] : []),
    ...(title && !(names && year)
      ? [
          ['title', fold(title), names, container && fold(container), ...date]
            .filter(Boolean)
            .join(' '),
        ]
      : []),
  ];
}

function fold(text: string): string {
  const small = text.normalize('NFKD').toLowerCase();
  return small.replace(isAscii.test(small) ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, '');
}

/** What takes a fraction of the time. */
const isAscii = /^\p{ASCII}*$/u;

function foldAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}
