/** What an entry of BibLaTeX takes from others (manual, 2.4.1 and 3.14.6). */

interface Entry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** The entry and those that it refers to, the nearest first, each as `whole` has it. The last refers to none. */
export function inherited<T extends Entry>(
  entry: T,
  byKey: ReadonlyMap<string, T>,
  whole: ReadonlyMap<T, T>,
): T[] {
  const alone = whole.get(entry) ?? entry;
  if (alone.properties['crossref'] === undefined) return [alone];
  const family = [entry];
  for (;;) {
    const next = byKey.get(family.at(-1)?.properties['crossref']?.trim() ?? '');
    if (next === undefined || family.includes(next)) break;
    family.push(next);
  }
  const known = family.map((each) => whole.get(each) ?? each);
  return known.map((each, index) => {
    const { crossref: _, ...alone } = each.properties;
    const isLast = index === known.length - 1;
    const { maintitle, booktitle, title = booktitle } = each.properties;
    // What stands in a volume is told of the volume and of the work.
    const volume = index > 0 && maintitle && title ? { issuetitle: title } : {};
    return {
      ...each,
      type: typeAmong(each, known[index - 1], known[index + 1]),
      properties: { ...(isLast ? alone : each.properties), ...volume },
    };
  });
}

/** The author of a book becomes that of its parts; where it has none, Citation.js reads neither, but a collection. */
function typeAmong({ type, properties }: Entry, part?: Entry, book?: Entry): string {
  const isPart = (of?: Entry) => /^(?:inbook|bookinbook|suppbook)$/.test(of?.type ?? '');
  const isUnsigned = (of?: Entry) => of?.type === 'book' && of.properties['author'] === undefined;
  if (isPart({ type, properties, label: '' }) && isUnsigned(book)) return 'incollection';
  return isPart(part) && type === 'book' && properties['author'] === undefined
    ? 'collection'
    : type;
}

/** The entry with the fields of the `xdata` that it names, where it has none of its own. */
export function withXdata<T extends Entry>(
  entry: T,
  byKey: ReadonlyMap<string, T>,
  seen: readonly T[] = [],
): T {
  if (entry.properties['xdata'] === undefined || seen.includes(entry)) return entry;
  const { xdata = '', ...own } = entry.properties;
  const data = xdata.split(/\s*,\s*/).flatMap((key) => {
    const named = byKey.get(key.trim());
    return named === undefined ? [] : [withXdata(named, byKey, [...seen, entry]).properties];
  });
  return { ...entry, properties: Object.assign({}, ...data.reverse(), own) };
}
