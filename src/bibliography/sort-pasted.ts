/** Which pasted sources are new to a bibliography, and under which keys they come into it. */

import { hasError, type Problem, type Severities } from '../problems/problem.ts';
import { type Fix, fixSource } from './fix-source.ts';
import { sourceIdentities } from './read-bibliography.ts';
import { type PastedText, readPasted } from './read-pasted.ts';
import type { Bibliography, CslItem, RawSource, Source } from './source.ts';
import { keyFault, proposeKey } from './source-key.ts';

/** How new entries are called: as in their file or after who wrote them and when, as they came, or as the author says. */
export type KeyPolicy =
  | { readonly kind: 'proposed' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'given'; readonly key: string };

/** A source that was pasted, and what became of it. */
export type Outcome =
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'present'; readonly key: string; readonly where: string }
  /** The same source as one that was pasted before it. */
  | { readonly kind: 'repeated'; readonly key: string; readonly where: string }
  /** Something is wrong with it. */
  | { readonly kind: 'left-out'; readonly key: string; readonly where: string };

export interface NewSource {
  readonly key: string;
  readonly source: RawSource;
  readonly pasted: PastedText;
  readonly item: CslItem;
  readonly fixes: readonly Fix[];
}

export interface SortedSources {
  /** What the bibliography does not have. */
  readonly fresh: readonly NewSource[];
  /** Of every source. */
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly Problem[];
  /** What is wrong with the policy, in whole sentences. */
  readonly faults: readonly string[];
}

/** Sorts what was pasted, in its order, by whether the bibliography has it. */
export function sortPasted(
  pasted: readonly PastedText[],
  { sources }: Bibliography,
  policy: KeyPolicy,
  severities: Severities,
): SortedSources {
  const taken = new Map([...sources].map(([key, source]) => [key.toLowerCase(), source]));
  const byIdentity = new Map<string, { key: string; where: string }>();
  const remember = (source: Source, key: string, where: string) => {
    for (const name of sourceIdentities(source))
      if (!byIdentity.has(name)) byIdentity.set(name, { key, where });
  };
  for (const [key, source] of sources) remember(source, key, whereIs(source));
  const fresh: NewSource[] = [];
  const outcomes: Outcome[] = [];
  const problems: Problem[] = [];
  const faults: string[] = [];
  for (const text of pasted) {
    const read = readPasted(text);
    problems.push(...read.problems);
    for (const raw of read.sources) {
      const own = named(raw);
      const { item, fixes, problems: wrong } = fixSource(own);
      const present = sourceIdentities({ ...raw, item })
        .map((name) => byIdentity.get(name))
        .find((each) => each !== undefined);
      if (present !== undefined) {
        const isRepeated = fresh.some(({ key }) => key === present.key);
        const where = isRepeated ? whereIs(raw) : present.where;
        outcomes.push({ kind: isRepeated ? 'repeated' : 'present', key: present.key, where });
        continue;
      }
      const isKept = policy.kind === 'kept' && raw.key !== '';
      const all = [...wrong, ...(isKept ? checkKept(raw, taken) : [])];
      problems.push(...all);
      if (hasError(all, severities)) {
        outcomes.push({ kind: 'left-out', key: own.key, where: whereIs(raw) });
        continue;
      }
      const key = keyFor(item, raw.key, policy, new Set(taken.keys()), text);
      const whole = { ...item, id: key, 'citation-key': key };
      fresh.push({ key, source: raw, pasted: text, item: whole, fixes });
      outcomes.push({ kind: 'new', key });
      taken.set(key.toLowerCase(), raw);
      remember({ ...raw, item }, key, whereIs(raw));
    }
  }
  if (policy.kind === 'given') faults.push(...checkGiven(policy.key, fresh.length, sources));
  return { fresh, outcomes, problems, faults };
}

export function whereIs({ file, place }: Source): string {
  return `${file}:${place.line}`;
}

/** Problems name a source by its key; one that came without is called what it would be. */
function named(source: RawSource): RawSource {
  return source.key === '' ? { ...source, key: proposeKey(source.item, new Set()) } : source;
}

function keyFor(
  item: CslItem,
  own: string,
  policy: KeyPolicy,
  taken: ReadonlySet<string>,
  { isFile }: PastedText,
): string {
  if (policy.kind === 'given') return policy.key.normalize('NFC');
  // Some managers give an address.
  const isUsable =
    keyFault(own) === undefined && !own.includes('/') && !taken.has(own.toLowerCase());
  const isKept = policy.kind === 'kept' ? own !== '' : isFile === true && isUsable;
  return isKept ? own : proposeKey(item, taken);
}

function checkKept({ key, file, place }: RawSource, taken: ReadonlyMap<string, Source>): Problem[] {
  const double = taken.get(key.toLowerCase());
  const about = { file, place, length: key.length };
  if (double !== undefined) {
    const isSame = double.key === key;
    const how = isSame ? 'is used already' : `and “${double.key}” differ only in capitals`;
    const rule = isSame ? 'key-is-unique' : 'key-differs-by-more-than-case';
    return [
      { rule, ...about, message: `“${key}” ${how}; the first stands at ${whereIs(double)}.` },
    ];
  }
  const fault = keyFault(key);
  if (fault === undefined || !fault.startsWith('has no letter')) return [];
  return [{ rule: 'anchor-has-a-letter', ...about, message: `The key “${key}” ${fault}.` }];
}

function checkGiven(key: string, fresh: number, sources: ReadonlyMap<string, Source>): string[] {
  const fault = keyFault(key);
  const double = [...sources.values()].find(
    (source) => source.key.toLowerCase() === key.normalize('NFC').toLowerCase(),
  );
  return [
    ...(fault === undefined ? [] : [`The key “${key}” ${fault}. One like lee2018 is a good key.`]),
    ...(double === undefined
      ? []
      : [`The key “${key}” is that of another source, at ${whereIs(double)}. Choose another.`]),
    ...(fresh > 1 ? [`A key is for one source, and ${fresh} are new. Leave out --key.`] : []),
  ];
}
