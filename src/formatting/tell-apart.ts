/**
 * Which sources of an essay a style may have to tell from one another. Only sources that share a name or a title are:
 * so citations of many essays can be printed in one run, where a run for each essay would cost an engine each.
 */
import type { CslItem, CslName } from '../bibliography/source.ts';
import type { PlacedCitation } from '../citations/positions.ts';

/** Sources that may be taken for one another, in the order in which their essay cites them. */
interface Group {
  readonly keys: readonly string[];
  readonly labels: ReadonlySet<string>;
}

/** Citations, each `among` the sources alone from which a style may have to tell it. */
export type Run = readonly PlacedCitation[];

export interface Apart {
  /** The citation among the sources alone from which a style may have to tell it. */
  narrow(placed: PlacedCitation): PlacedCitation;
  /** Narrowed citations in as few runs as need be: in each, whoever shares a label is of one group. */
  toRuns(citations: readonly PlacedCitation[]): Run[];
}

export function createApart(itemOf: (key: string) => CslItem | undefined): Apart {
  const labels = new Map<string, readonly string[]>();
  const labelsOf = (key: string): readonly string[] => {
    const known = labels.get(key) ?? labelsOfItem(itemOf(key));
    labels.set(key, known);
    return known;
  };
  /** By the list of all that an essay cites, which is the same for each of its citations. */
  const essays = new WeakMap<readonly string[], ReadonlyMap<string, Group>>();
  const groupsOf = ({ citation, among }: PlacedCitation): Group[] => {
    const groups = essays.get(among) ?? groupByLabel(among, labelsOf);
    essays.set(among, groups);
    return [...new Set(citation.items.flatMap(({ key }) => groups.get(key) ?? []))];
  };
  return {
    narrow(placed) {
      const near = new Set(groupsOf(placed).flatMap(({ keys }) => keys));
      return { ...placed, among: placed.among.filter((key) => near.has(key)) };
    },
    toRuns(citations) {
      const runs: { citations: PlacedCitation[]; owners: Map<string, string> }[] = [];
      for (const placed of citations) {
        const groups = groupsOf(placed);
        const owned = groups.flatMap(({ keys, labels: of }) =>
          [...of].map((label): [string, string] => [label, keys.join()]),
        );
        const fits = ({ owners }: { owners: Map<string, string> }) =>
          owned.every(([label, owner]) => (owners.get(label) ?? owner) === owner);
        const run = runs.find(fits) ?? { citations: [], owners: new Map<string, string>() };
        if (run.citations.length === 0) runs.push(run);
        run.citations.push(placed);
        for (const [label, owner] of owned) run.owners.set(label, owner);
      }
      return runs.map((run) => run.citations);
    },
  };
}

function groupByLabel(
  keys: readonly string[],
  labelsOf: (key: string) => readonly string[],
): Map<string, Group> {
  let groups: Group[] = [];
  for (const key of keys) {
    const labels = new Set(labelsOf(key));
    const [near, far] = [
      groups.filter((group) => !group.labels.isDisjointFrom(labels)),
      groups.filter((group) => group.labels.isDisjointFrom(labels)),
    ];
    const joined = {
      keys: [...near.flatMap((group) => group.keys), key],
      labels: new Set([...near.flatMap((group) => [...group.labels]), ...labels]),
    };
    groups = [...far, joined];
  }
  const byPlace = (a: string, b: string) => keys.indexOf(a) - keys.indexOf(b);
  const sorted = groups.map((group) => ({ ...group, keys: group.keys.toSorted(byPlace) }));
  return new Map(sorted.flatMap((group) => group.keys.map((key) => [key, group])));
}

/** All by which one source could be taken for another: names, titles, and what stands in for these. */
function labelsOfItem(item: CslItem | undefined): string[] {
  if (item === undefined) return [];
  const names = Object.values(item).flatMap((value) =>
    Array.isArray(value) ? value.flatMap(nameOf) : [],
  );
  const titles = [item.title, item['title-short'], item['shortTitle']];
  const isUnsigned = names.length === 0;
  const others = isUnsigned
    ? [item['container-title'], item.publisher, item['authority'], item['genre'], item['number']]
    : [];
  return [...names, ...titles, ...others].flatMap((label) =>
    typeof label === 'string' && label !== '' ? [label.toLowerCase()] : [],
  );
}

function nameOf(name: CslName): string[] {
  if (typeof name !== 'object' || name === null) return [];
  const { family, literal } = name;
  return [family ?? literal ?? ''].filter((each) => each !== '');
}
