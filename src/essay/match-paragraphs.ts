/** Which paragraph of an essay is which of those that were published. */
import { likeness, tracesOf } from './paragraph-print.ts';

/** As like as this, a paragraph is the next one after the one before it. */
const nextToIt = 0.8;
/** As like as this, it is itself wherever it stands. */
const anywhere = 0.5;
/** Between the neighbours that it had, less will do: paragraphs of one essay that are unlike share up to a sixth. */
const inPlace = 0.2;

/** For each paragraph of an essay the index of the one that was published; `undefined` for a new one. */
type Matches = (number | undefined)[];

interface Matching {
  /** Prints, in the order in which they stood. */
  readonly published: readonly string[];
  readonly current: readonly string[];
  /** For each of `current`. */
  readonly matches: Matches;
  /** The indices of those published that are still to be found. */
  readonly free: Set<number>;
}

/** Both are prints, in the order of their paragraphs. Equal ones are found first, rewritten ones last. */
export function matchParagraphs(published: readonly string[], current: readonly string[]): Matches {
  const matches: Matches = Array.from({ length: current.length });
  const matching = { published, current, matches, free: new Set(published.keys()) };
  matchUnique(matching);
  matchNeighbors(matching, (before, now) => before === now);
  matchRepeated(matching);
  matchNeighbors(matching, (before, now) => likeness(before, now) >= nextToIt);
  matchAlike(matching);
  return matches;
}

function match({ matches, free }: Matching, index: number, old: number | undefined): void {
  if (old === undefined || matches[index] !== undefined || !free.delete(old)) return;
  matches[index] = old;
}

/** Those whose words stand once, wherever. */
function matchUnique(matching: Matching): void {
  const before = indicesByPrint(matching.published);
  for (const [print, [index = 0, ...more]] of indicesByPrint(matching.current)) {
    const [old, ...others] = before.get(print) ?? [];
    if (more.length === 0 && others.length === 0) match(matching, index, old);
  }
}

/** Those that stand next to what they stood next to, or still begin or end the essay. */
function matchNeighbors(
  matching: Matching,
  isSame: (before: string, now: string) => boolean,
): void {
  const { published, current, matches } = matching;
  const tryNext = (now: string, index: number, step: 1 | -1) => {
    const edge = step === 1 ? -1 : published.length;
    const neighbor = index - step in current ? matches[index - step] : edge;
    const old = neighbor === undefined ? -1 : neighbor + step;
    const before = published[old];
    if (before !== undefined && matches[index] === undefined && isSame(before, now))
      match(matching, index, old);
  };
  current.forEach((now, index) => {
    tryNext(now, index, 1);
  });
  current.toReversed().forEach((now, fromEnd) => {
    tryNext(now, current.length - 1 - fromEnd, -1);
  });
}

/** Those whose words stand several times and whose neighbours say nothing, in their order. */
function matchRepeated(matching: Matching): void {
  const { published, current, matches, free } = matching;
  const before = indicesByPrint(published);
  for (const [print, indices] of indicesByPrint(current)) {
    const old = (before.get(print) ?? []).filter((each) => free.has(each));
    const now = indices.filter((each) => matches[each] === undefined);
    now.forEach((index, turn) => {
      match(matching, index, old[turn]);
    });
  }
}

/** Those that are found by their likeness alone, wherever they are, and then those that were rewritten in their place. */
function matchAlike(matching: Matching): void {
  const pairs = alikePairs(matching);
  for (const { index, old, alike } of pairs) if (alike >= anywhere) match(matching, index, old);
  const places = placesOf(matching.matches, matching.published.length);
  for (const { index, old } of pairs) {
    const [after, until] = places[index] ?? [old, old];
    if (after < old && old < until) match(matching, index, old);
  }
}

interface Pair {
  readonly index: number;
  readonly old: number;
  readonly alike: number;
}

/** Of what is left, the most alike first, and the first of those that are equally so. */
function alikePairs({ published, current, matches, free }: Matching): Pair[] {
  const byTrace = new Map<string, number[]>();
  for (const old of free) {
    for (const trace of tracesOf(published[old] ?? '')) {
      const known = byTrace.get(trace);
      if (known === undefined) byTrace.set(trace, [old]);
      else known.push(old);
    }
  }
  const pairs = current.flatMap((now, index): Pair[] => {
    if (matches[index] !== undefined) return [];
    const traces = tracesOf(now);
    const shared = new Map<number, number>();
    for (const trace of traces)
      for (const old of byTrace.get(trace) ?? []) shared.set(old, (shared.get(old) ?? 0) + 1);
    return [...shared]
      .filter(([, count]) => count >= inPlace * traces.length)
      .map(([old]) => ({ index, old, alike: likeness(published[old] ?? '', now) }))
      .filter(({ alike }) => alike >= inPlace);
  });
  return pairs.sort((a, b) => b.alike - a.alike || a.old - b.old || a.index - b.index);
}

/** Between which two of the published each stands: those that the nearest found before and behind it were. */
function placesOf(matches: Matches, end: number): (readonly [after: number, until: number])[] {
  let last = -1;
  const after = matches.map((old) => {
    const place = last;
    last = old ?? last;
    return place;
  });
  let next = end;
  const until = matches.toReversed().map((old) => {
    const place = next;
    next = old ?? next;
    return place;
  });
  return after.map((place, index) => [place, until[matches.length - 1 - index] ?? end]);
}

function indicesByPrint(prints: readonly string[]): Map<string, number[]> {
  return Map.groupBy(prints.keys(), (index) => prints[index] ?? '');
}
