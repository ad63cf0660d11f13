/** What an entry of BibLaTeX takes from others (manual, 2.4.1 and 3.14.6). */

interface Entry {
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** The entry and those that it refers to, the nearest first, each as `whole` has it. The last refers to none. */
export function inherited<T extends Entry>(
  entry: T,
  byKey: ReadonlyMap<string, T>,
  whole: ReadonlyMap<T, T>,
): T[] {
  const family = [entry];
  for (;;) {
    const next = byKey.get(family.at(-1)?.properties['crossref']?.trim() ?? '');
    if (next === undefined || family.includes(next)) break;
    family.push(next);
  }
  return family.map((each, index) => {
    const known = whole.get(each) ?? each;
    const { crossref: _, ...alone } = known.properties;
    return index < family.length - 1 ? known : { ...known, properties: alone };
  });
}

/** The entry with the fields of the `xdata` that it names, where it has none of its own. */
export function withXdata<T extends Entry>(
  entry: T,
  byKey: ReadonlyMap<string, T>,
  seen: readonly T[] = [],
): T {
  const { xdata, ...own } = entry.properties;
  if (xdata === undefined || seen.includes(entry)) return entry;
  const data = xdata.split(/\s*,\s*/).flatMap((key) => {
    const named = byKey.get(key.trim());
    return named === undefined ? [] : [withXdata(named, byKey, [...seen, entry]).properties];
  });
  return { ...entry, properties: Object.assign({}, ...data.reverse(), own) };
}
