/** Which of the numbers in a text are those of its notes: they count up by one, and may be used again. */

export interface NumberInText {
  readonly number: number;
  /** Whether it can hardly be anything else, or may. */
  readonly strength: 'strong' | 'likely' | 'weak';
}

/**
 * The numbers of a text in its order, of which each new one is the next of `numbers`, those of the list; none when
 * they do not begin with its first. A number that was used before the last is used again only where it is strong; a weak one counts only
 * where no strong one brings the same number before the next is due.
 */
export function fitSequence<T extends NumberInText>(
  candidates: readonly T[],
  numbers: readonly number[],
): T[] {
  const nextOf = (number: number) => numbers.find((each) => each > number);
  const chosen: T[] = [];
  let last = 0;
  candidates.forEach((candidate, index) => {
    const { number, strength } = candidate;
    if (!numbers.includes(number)) return;
    const isNext = number === nextOf(last);
    const isWeak = strength === 'weak';
    if (isWeak && !(isNext && !comesStrong(candidates, index, nextOf(number)))) return;
    if ((number > last && !isNext) || (number < last && strength !== 'strong')) return;
    chosen.push(candidate);
    if (isNext) last = number;
  });
  return last === 0 ? [] : chosen;
}

/** Whether a strong one of this number comes before one of the next. */
function comesStrong(
  candidates: readonly NumberInText[],
  index: number,
  following: number | undefined,
): boolean {
  const rest = candidates.slice(index + 1);
  const number = candidates[index]?.number;
  const next = rest.findIndex((each) => each.number === following && each.strength === 'strong');
  const own = rest.findIndex((each) => each.number === number && each.strength === 'strong');
  return own >= 0 && (next < 0 || own < next);
}
