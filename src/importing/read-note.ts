/**
 * What a note that names one source may say of it, by the patterns in which citation styles print the commonest kinds.
 * Nothing of it is certain until the style prints the same words of it.
 */
import type { CslItem, CslName } from '../bibliography/source.ts';
import { statedDate } from './stated-date.ts';

export interface NoteReading {
  /** Without a key; every value but the type stands in the note. */
  readonly item: CslItem;
  /** Where in the source: `p. 12`. */
  readonly locator: string | undefined;
}

const date = String.raw`(?<date>(?:\d{1,2}\.? )?(?:\p{L}+\.? )?(?:\d{1,2}, )?\d{4})`;
const address = String.raw`(?<address>https?://\S+)`;
const locator = String.raw`(?<locator>(?:\p{L}{1,5}\. )?\d+(?:[–-]\d+)?)`;
const container = '(?<container>[^,:;/()“”„«»]+)';
const quoted =
  '^(?:(?<names>[^“”„«»]+), )?[“„«] ?(?<title>[^“”„«»<>]+?)(?<![,.][’‘›])[,.]? ?[”“»],? ';
const end = String.raw`(?:, ${address})?\.?$`;

const page = pattern(
  String.raw`${quoted}(?:${container}, )?(?:${date}, )?(?:(?<locator>\p{L}{1,5}\. \d+(?:[–-]\d+)?), )?${address}$`,
);
const article = pattern(
  String.raw`${quoted}(?<container>[^,:;/()“”„«»\d]+?),? (?:\p{L}+\. )?(?<volume>\d+)(?:, \p{L}+\. (?<issue>\d+))?,? \(?${date}\)?(?:[,:] ${locator})?${end}`,
);
/** A document of the United Nations, by its symbol: `S/1588`. */
const report = pattern(
  String.raw`${quoted}(?<number>(?:A|E|S|ST|T)(?=\S*\d)(?:/[\p{Lu}\p{N}.()-]+)+)(?:, ${date})?${end}`,
);
/** Behind the title, which nothing but its italics tells from what is around it. */
const imprint = pattern(
  String.raw`^(?:, | \()(?<place>[^,.:;()\d]+(?:, \p{Lu}{2})?): (?<publisher>[^,:;()“”<>]+), ${date}\)?(?:, ${locator})?${end}`,
);

type Groups = Readonly<Record<string, string | undefined>>;

/** All ways to read it; `emphasised` is what stands in italics there. */
export function readNote(words: string, emphasised: readonly string[]): NoteReading[] {
  const parts = page.exec(words)?.groups;
  if (parts !== undefined)
    return toReadings(parts, { type: 'webpage', publisher: parts['container'] });
  const numbered = report.exec(words)?.groups;
  if (numbered !== undefined)
    return toReadings(numbered, { type: 'report', number: numbered['number'] });
  const issued = article.exec(words)?.groups;
  if (issued !== undefined) return readArticle(issued);
  const [title, ...others] = emphasised;
  return title === undefined || others.length > 0 ? [] : readBook(words, title);
}

function readArticle(parts: Groups): NoteReading[] {
  const { volume, issue, container: journal } = parts;
  const own = { type: 'article-journal', 'container-title': journal };
  if (issue !== undefined) return toReadings(parts, { ...own, volume, issue });
  return [{ volume }, { issue: volume }].flatMap((number) =>
    toReadings(parts, { ...own, ...number }),
  );
}

function readBook(words: string, title: string): NoteReading[] {
  const [before = '', after = '', ...more] = words.split(title);
  const parts = imprint.exec(after)?.groups;
  if (more.length > 0 || parts === undefined || !/^$|, $/.test(before)) return [];
  const { place = '', publisher } = parts;
  if (!isName(place)) return [];
  const names = before === '' ? undefined : before.slice(0, -2);
  return toReadings(
    { ...parts, names, title },
    { type: 'book', 'publisher-place': place, publisher },
  );
}

function toReadings(
  parts: Groups,
  own: Pick<CslItem, 'type'> & Readonly<Record<string, unknown>>,
): NoteReading[] {
  const { title, names, date: day, container: within, address: at } = parts;
  const parsed = day === undefined ? undefined : statedDate(day);
  if (day !== undefined && parsed === undefined) return [];
  if (within !== undefined && !isName(within)) return [];
  const link = at?.replace(/\.$/, '');
  const doi = /^https:\/\/doi\.org\/(10\..+)$/.exec(link ?? '')?.[1];
  const author = names === undefined ? undefined : readNames(names);
  if (names !== undefined && author === undefined) return [];
  const item = defined({
    id: '',
    ...own,
    title,
    author,
    issued: parsed === undefined ? undefined : { 'date-parts': [parsed.split('-').map(Number)] },
    DOI: doi,
    URL: doi === undefined ? link : undefined,
  });
  return [{ item, locator: parts['locator'] }];
}

const nameWord = String.raw`\p{Lu}[\p{L}\p{M}’'-]*\.?`;
const person = pattern(`^(?<family>${nameWord}), (?<given>${nameWord}(?: ${nameWord}){0,2})$`);
const conjunction = /,? (?:and|und|et|y|e|и|&) /;
const organisation =
  /\b(?:of|for|Agency|Assembly|Association|Authority|Board|Bank|Bureau|Cent(?:er|re)|Commission|Committee|Congress|Council|Department|Editors|Embassy|Foundation|Government|Institut(?:e|ion)|Ministry|Nations|Office|Organi[sz]ation|Parliament|Press|Society|Staff|Union|University)\b/;

/**
 * `Roblin, Sebastien and Osborn, Andrew`, or one organization. Any other name may be read in several ways, which print
 * the same: `Kim Tong-Hyung` begins with the family’s, `Andrew Osborn` ends with it, and either may be an organization.
 */
function readNames(names: string): CslName[] | undefined {
  const people = names.split(conjunction).flatMap(pairs).map(readPerson);
  if (people.every((each) => each !== undefined)) return people;
  if (names.includes(',') || conjunction.test(names)) return undefined;
  return isName(names) && organisation.test(names) ? [{ literal: names }] : undefined;
}

/** Family and given names by twos. */
function pairs(names: string): string[] {
  return names.match(/[^,]+(?:,[^,]+)?/g)?.map((each) => each.trim()) ?? [];
}

function readPerson(name: string): CslName | undefined {
  const { family, given } = person.exec(name)?.groups ?? {};
  if (family === undefined || given === undefined || organisation.test(name)) return undefined;
  // An acronym is an organization's.
  return /^\p{Lu}{2,}$/u.test(family) ? undefined : { family, given };
}

/** What is none of its names: its kind, its number, where it stands. */
const kinds =
  /\b(?:article|blog|cable|chapter|dataset|dissertation|edition|film|interview|lecture|letter|map|memorandum|online|paper|photograph|podcast|print|release|report|resolution|section|series|session|speech|statement|telegram|testimony|thesis|transcript|treaty|video|volume|web)\b/i;
const lead =
  /^(?:after|also|and|as|but|cited|compare|for|from|in|on|quoted|reprinted|see|siehe|so|thus|ver|via|voir|vedi|véase)\b/i;
const smallWord = /^(?:a|an|and|at|by|de|der|des|di|du|et|für|for|in|la|le|of|on|the|to|und|y|&)$/;

/** Of a journal, a site or an organization, and nothing besides. */
function isName(words: string): boolean {
  const all = words.split(' ');
  return (
    !kinds.test(words) &&
    !lead.test(words) &&
    !/\d/.test(all.at(-1) ?? '') &&
    all.every((word) => /^[\p{Lu}\p{Lo}\d].*[^.]$|^\p{Lo}$/u.test(word) || smallWord.test(word))
  );
}

function pattern(text: string): RegExp {
  return new RegExp(text, 'u');
}

function defined<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
