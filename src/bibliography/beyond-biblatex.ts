interface NamedEntry {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Fields by name; one that is `undefined` goes. */
type Fields = Readonly<Record<string, string | undefined>>;

/** Types and fields that BibLaTeX does not have and bibliographies do, as what Citation.js has for them. */
export function withKnownNames({ type, properties }: NamedEntry): { type: string; fields: Fields } {
  const { type: mapped = type, entrysubtype } = typesBeyond[type] ?? {};
  let fields: Fields = entrysubtype ? { entrysubtype, ...properties } : properties;
  for (const rule of rules) {
    const changes = rule(fields, mapped);
    if (changes !== undefined) fields = { ...fields, ...changes };
  }
  return { type: mapped, fields };
}

const typesBeyond: Record<string, { type: string; entrysubtype?: string }> = {
  newspaper: { type: 'article', entrysubtype: 'newspaper' },
  newspaperarticle: { type: 'article', entrysubtype: 'newspaper' },
  magazinearticle: { type: 'article', entrysubtype: 'magazine' },
  manuscript: { type: 'unpublished' },
  journal: { type: 'periodical' },
  suppperiodical: { type: 'article' },
  review: { type: 'article' },
  suppbook: { type: 'inbook' },
  suppcollection: { type: 'incollection' },
  bookinbook: { type: 'inbook' },
  case: { type: 'jurisdiction' },
  legalcase: { type: 'jurisdiction' },
  statute: { type: 'legislation' },
  treaty: { type: 'legal' },
};

/** Each says what it changes of what those before it have made, if anything. */
const rules: readonly ((fields: Fields, type: string) => Fields | undefined)[] = [
  inLibrary,
  withTitle,
  withPart,
  withIssue,
  wholeNames,
  withSubtitles,
  withVolume,
  withAddons,
  withPlaces,
  withNumber,
  inPeriodical,
  inNewspaper,
  byDirector,
];

/** Where it is kept, and under which number. */
function inLibrary({ library, archive, shelfmark, callnumber }: Fields): Fields | undefined {
  const number = shelfmark ?? callnumber;
  if (archive === undefined && number === undefined) return undefined;
  return { library: [...new Set([library, archive, number].filter(Boolean))].join(', ') };
}

/** A whole book may have its title where its chapters look for it. */
function withTitle({ title, booktitle, booksubtitle }: Fields, type: string): Fields | undefined {
  const isWhole = /^(?:mv)?(?:book|collection|proceedings|reference)$/.test(type);
  if (!isWhole || title?.trim() || booktitle === undefined) return undefined;
  const subtitle = booksubtitle && { subtitle: booksubtitle };
  return { title: booktitle, ...subtitle, booktitle: undefined, booksubtitle: undefined };
}

/** Of a volume in parts, the number of both. */
function withPart({ part, volume }: Fields): Fields | undefined {
  return part ? { volume: volume ? `${volume}.${part}` : part, part: undefined } : undefined;
}

/** Of an issue with a number and a name, such as `Spring`, both; Zotero writes one number as both. */
function withIssue({ issue, number }: Fields, type: string): Fields | undefined {
  const isNamed = issue?.trim() && number?.trim() && issue.trim() !== number.trim();
  if (!isNamed || !/^(?:article|periodical)$/.test(type)) return undefined;
  return { number: `${number}, ${issue}`, issue: undefined };
}

/** A family name in small letters would be taken for a particle of none, and a list with commas for one person. */
function wholeNames(fields: Fields): Fields | undefined {
  return changesOf(['author', 'editor', 'translator', 'bookauthor'], (role) => {
    const names = fields[role];
    const whole = names && partedNames(names).replace(smallName, '$1{$2}');
    return whole === names ? undefined : { [role]: whole };
  });
}

function changesOf(
  names: readonly string[],
  change: (name: string) => Fields | undefined,
): Fields | undefined {
  const changes = names.map(change).filter((each) => each !== undefined);
  return changes.length === 0 ? undefined : Object.assign({}, ...changes);
}

/** No name has three parts of two words each, all with a capital: `Ann Kim, Ben Lee, Carl Roe`. */
function partedNames(names: string): string {
  if (names.includes('{') || !/,(?:(?!\sand\s)[^,])*,/.test(names)) return names;
  const parted = names.split(/\s+and\s+/).map((name) => {
    const parts = name.split(/\s*,\s*/);
    const arePersons = parts.length > 2 && parts.every((part) => /^\P{Ll}\S*\s+\S/u.test(part));
    return arePersons ? parts.join(' and ') : name;
  });
  return parted.join(' and ');
}

const smallName = /(^|\sand\s+)(?!others\b)(\p{Ll}[\p{L}\p{M}'’-]*)(?=\s*,|\s+and\s|\s*$)/gu;

/** Behind a question or an exclamation there is no colon. */
function withSubtitles(fields: Fields): Fields | undefined {
  return changesOf(['', 'book', 'journal', 'main'], (of) => {
    const [title, subtitle] = [fields[`${of}title`], fields[`${of}subtitle`]];
    return title === undefined || subtitle === undefined || !/[?!]\}*\s*$/.test(title)
      ? undefined
      : { [`${of}title`]: `${title.trim()} ${subtitle}`, [`${of}subtitle`]: undefined };
  });
}

/** What is added to a title stands behind it. */
function withAddons(fields: Fields): Fields | undefined {
  return changesOf(['', 'book', 'journal'], (of) => {
    const addon = fields[`${of}titleaddon`];
    const last = fields[`${of}subtitle`] === undefined ? `${of}title` : `${of}subtitle`;
    const title = fields[last];
    return addon === undefined || title === undefined
      ? undefined
      : { [last]: `${title.replace(/[.]\s*$/, '')}. ${addon}` };
  });
}

/** Of a volume of a work, its title beside that of the work. */
function withVolume({ maintitle, booktitle, booksubtitle, issuetitle }: Fields) {
  const volume = [booktitle, booksubtitle].filter(Boolean).join(': ');
  return maintitle && volume && issuetitle === undefined ? { issuetitle: volume } : undefined;
}

/** Of two places of a conference paper, BibTeX's address is the publisher's. */
function withPlaces({ address, location, venue = location }: Fields, type: string) {
  const isPaper = /^(?:inproceedings|conference|proceedings)$/.test(type);
  if (!isPaper || address === undefined || location === undefined) return undefined;
  return { location: address, venue, address: undefined };
}

/** Citation.js has a place for the number of these only; for the others, that of standards. */
function withNumber({ docket, number = docket, isrn }: Fields, type: string): Fields | undefined {
  if (number === undefined || isrn !== undefined || !numbered.has(type)) return undefined;
  return { isrn: number, number: undefined };
}

const numbered = new Set(
  'jurisdiction legal movie video music audio standard misc online unpublished thesis software dataset letter manual booklet'.split(
    ' ',
  ),
);

/** What else than an article may be printed in: a review, a judgment and its reporter. */
function inPeriodical(fields: Fields, type: string): Fields | undefined {
  const { booktitle, reporter, journaltitle = reporter, journal } = fields;
  if (type === 'article') return (journaltitle ?? journal) ? { booktitle: undefined } : undefined;
  if (journaltitle === undefined || booktitle !== undefined) return undefined;
  return { journal: journaltitle, journaltitle: undefined };
}

function inNewspaper({ newspaper, journaltitle }: Fields): Fields | undefined {
  return newspaper && journaltitle === undefined ? { journaltitle: newspaper } : undefined;
}

function byDirector({ director, editor = director, editortype = 'director' }: Fields) {
  return director ? { editor, editortype } : undefined;
}
