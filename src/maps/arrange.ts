/**
 * Chooses for each of several words one of the spots that it may stand at, so that none lies on another. It starts
 * with nothing, and moves one word at a time to where the whole becomes better, its neighbours making room, until
 * no move does. The same words give the same arrangement.
 */
import { overlap } from './box.ts';
import type { Candidate } from './candidates.ts';

/** What it costs to leave a word out: more than any spot. */
const leftOut = 200;
const maxNeighbors = 3;

/** In the order of the words; `undefined` for one that has no room. */
export function arrange<C extends Candidate>(words: readonly (readonly C[])[]): (C | undefined)[] {
  const spots = words.map((candidates) => candidates.toSorted((a, b) => a.cost - b.cost));
  const state: (C | undefined)[] = spots.map(() => undefined);
  // Each move is for the better by more than nothing, so there is an end; the limit is for the time it takes.
  for (let round = 0, isBetter = true; isBetter && round < 12; round++) {
    isBetter = false;
    for (const index of spots.keys()) isBetter = improve(state, spots, index) || isBetter;
  }
  return state;
}

function improve<C extends Candidate>(
  state: (C | undefined)[],
  spots: readonly (readonly C[])[],
  index: number,
): boolean {
  let best: { readonly gain: number; readonly state: (C | undefined)[] } | undefined;
  const now = costOf(state[index]);
  for (const spot of spots[index] ?? []) {
    if (now - spot.cost <= (best?.gain ?? 1e-6)) break;
    const neighbors = state.flatMap((other, at) =>
      at !== index && other !== undefined && isInTheWay(spot, other) ? [at] : [],
    );
    if (neighbors.length > maxNeighbors) continue;
    const next = state.with(index, spot);
    for (const at of neighbors) next[at] = undefined;
    for (const at of neighbors) next[at] = freeSpot(next, spots[at] ?? []);
    const gain = totalOf(state) - totalOf(next);
    if (gain > (best?.gain ?? 1e-6)) best = { gain, state: next };
  }
  if (best === undefined) return false;
  state.splice(0, state.length, ...best.state);
  return true;
}

function freeSpot<C extends Candidate>(
  state: readonly (C | undefined)[],
  spots: readonly C[],
): C | undefined {
  return spots.find((spot) =>
    state.every((other) => other === undefined || !isInTheWay(spot, other)),
  );
}

function isInTheWay(a: Candidate, b: Candidate): boolean {
  return a.boxes.some((one) => b.boxes.some((other) => overlap(one, other)));
}

function costOf(candidate: Candidate | undefined): number {
  return candidate?.cost ?? leftOut;
}

function totalOf(state: readonly (Candidate | undefined)[]): number {
  return state.reduce((sum, each) => sum + costOf(each), 0);
}
