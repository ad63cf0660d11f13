interface NamedEntry {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Types and fields that BibLaTeX does not have and bibliographies do, as what Citation.js has for them. */
export function withKnownNames<T extends NamedEntry>({ type, properties, ...entry }: T) {
  const known = typesBeyond[type.toLowerCase()];
  const mapped = known?.type ?? type;
  const {
    newspaper,
    library: place,
    archive,
    shelfmark,
    callnumber,
    director,
    ...rest
  } = properties;
  const kept = [place, archive, shelfmark ?? callnumber].filter(Boolean);
  const library = [...new Set(kept)].join(', ');
  return {
    ...entry,
    type: mapped,
    properties: {
      ...(newspaper && { journaltitle: newspaper }),
      ...(library && { library }),
      ...(director && { editor: director, editortype: 'director' }),
      ...(known?.entrysubtype && { entrysubtype: known.entrysubtype }),
      ...inPeriodical(
        mapped,
        withNumber(
          mapped,
          withPlaces(
            mapped,
            withAddons(
              withSubtitles(wholeNames(withIssue(mapped, withPart(withTitle(mapped, rest))))),
            ),
          ),
        ),
      ),
    },
  };
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

type Properties = Readonly<Record<string, string>>;

/** A whole book may have its title where its chapters look for it. */
function withTitle(type: string, properties: Properties): Properties {
  const { title, booktitle, booksubtitle, ...rest } = properties;
  const isWhole = /^(?:mv)?(?:book|collection|proceedings|reference)$/.test(type);
  if (!isWhole || title?.trim() || booktitle === undefined) return properties;
  return { ...rest, title: booktitle, ...(booksubtitle && { subtitle: booksubtitle }) };
}

/** Of a volume in parts, the number of both. */
function withPart({ part, ...properties }: Properties): Properties {
  const { volume } = properties;
  return part ? { ...properties, volume: volume ? `${volume}.${part}` : part } : properties;
}

/** Of an issue with a number and a name, such as `Spring`, both. */
function withIssue(type: string, properties: Properties): Properties {
  const { issue, number, ...rest } = properties;
  const isNamed = /^(?:article|periodical)$/.test(type) && issue && number;
  return isNamed ? { ...rest, number: `${number}, ${issue}` } : properties;
}

/** What else than an article may be printed in: a review, a judgment and its reporter. */
function inPeriodical(type: string, properties: Properties): Properties {
  const { journaltitle, reporter, ...rest } = properties;
  const journal = journaltitle ?? reporter;
  const { booktitle: _, ...inJournal } = properties;
  if (type === 'article' && (journal ?? rest['journal'])) return inJournal;
  if (type === 'article' || journal === undefined || 'booktitle' in rest) return properties;
  return { ...rest, journal };
}

/** Citation.js has a place for the number of these only; for the others, that of standards. */
function withNumber(type: string, properties: Properties): Properties {
  const { docket, ...rest } = properties;
  const { number = docket, ...others } = rest;
  if (number === undefined || 'isrn' in rest || !numbered.has(type)) return properties;
  return { ...others, isrn: number };
}

const numbered = new Set(
  'jurisdiction legal movie video music audio standard misc online unpublished thesis software dataset letter manual booklet'.split(
    ' ',
  ),
);

/** Of two places of a conference paper, BibTeX's address is the publisher's. */
function withPlaces(type: string, properties: Properties): Properties {
  const { address, location, venue = location, ...rest } = properties;
  const isPaper = /^(?:inproceedings|conference|proceedings)$/.test(type);
  if (!isPaper || address === undefined || location === undefined) return properties;
  return { ...rest, location: address, ...(venue !== undefined && { venue }) };
}

/** Behind a question or an exclamation there is no colon. */
function withSubtitles(properties: Properties): Properties {
  const joined = ['', 'book', 'journal', 'main'].flatMap((of): [string, string | undefined][] => {
    const [title, subtitle] = [properties[`${of}title`], properties[`${of}subtitle`]];
    if (title === undefined || subtitle === undefined || !/[?!]\}*\s*$/.test(title)) return [];
    return [
      [`${of}title`, `${title.trim()} ${subtitle}`],
      [`${of}subtitle`, undefined],
    ];
  });
  if (joined.length === 0) return properties;
  const all: [string, string | undefined][] = [...Object.entries(properties), ...joined];
  return Object.fromEntries(
    [...new Map(all)].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** What is added to a title stands behind it. */
function withAddons(properties: Properties): Properties {
  const joined = ['', 'book', 'journal'].flatMap((of): [string, string][] => {
    const addon = properties[`${of}titleaddon`];
    const last = `${of}subtitle` in properties ? `${of}subtitle` : `${of}title`;
    return addon === undefined || properties[last] === undefined
      ? []
      : [[last, `${properties[last].replace(/[.]\s*$/, '')}. ${addon}`]];
  });
  const { maintitle, booktitle, booksubtitle } = properties;
  const volume = [booktitle, booksubtitle].filter(Boolean).join(': ');
  return {
    ...(maintitle && volume && { issuetitle: volume }),
    ...properties,
    ...Object.fromEntries(joined),
  };
}

/** A family name in small letters would be taken for a particle of none, and a list with commas for one person. */
function wholeNames(properties: Properties): Properties {
  const names = ['author', 'editor', 'translator', 'bookauthor'].flatMap((role) => {
    const value = properties[role];
    if (value === undefined) return [];
    return [[role, partedNames(value).replace(smallName, '$1{$2}')]];
  });
  return { ...properties, ...Object.fromEntries(names) };
}

/** No name has three parts of two words each, all with a capital: `Ann Kim, Ben Lee, Carl Roe`. */
function partedNames(names: string): string {
  if ((names.match(/,/g)?.length ?? 0) < 2 || names.includes('{')) return names;
  const parted = names.split(/\s+and\s+/).map((name) => {
    const parts = name.split(/\s*,\s*/);
    const arePersons = parts.length > 2 && parts.every((part) => /^\P{Ll}\S*\s+\S/u.test(part));
    return arePersons ? parts.join(' and ') : name;
  });
  return parted.join(' and ');
}

const smallName = /(^|\sand\s+)(?!others\b)(\p{Ll}[\p{L}\p{M}'’-]*)(?=\s*,|\s+and\s|\s*$)/gu;
