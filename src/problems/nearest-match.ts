import { distance } from 'fastest-levenshtein';

/**
 * The candidate an author probably meant: the closest to `word` by edit distance, capitals aside. Nothing
 * when none is near: at most a third of the word may differ, so that a suggestion is no guess out of the blue.
 */
export function nearestMatch(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  const tolerated = Math.max(2, Math.floor(word.length / 3));
  return best !== undefined && best.edits <= tolerated ? best.candidate : undefined;
}
