/** Positions inside a text, for problems that point at a few characters of a larger piece. */
import type { Place } from './problem.ts';

const start: Place = { line: 1, column: 1 };

/** The place of the character at `index` (UTF-16 code units from 0) of `text`, which begins at `from`. */
export function placeAt(text: string, index: number, from: Place = start): Place {
  const { line, column } = placesIn(text)(index);
  return line === 1
    ? { line: from.line, column: from.column + column - 1 }
    : { line: from.line + line - 1, column };
}

/** The same for many positions of one long text: the ends of its lines are looked for once. */
export function placesIn(text: string): (index: number) => Place {
  const starts = [0];
  for (const end = /\r\n|\n|\r/g; end.test(text); ) starts.push(end.lastIndex);
  return (index) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) + 1 };
  };
}

/** Where in `text` a place is: the other way round. */
export function indexAt(text: string, { line, column }: Place): number {
  const ends = text.matchAll(/\r\n|\n|\r/g).toArray();
  const end = ends[line - 2];
  return (end === undefined ? 0 : end.index + end[0].length) + column - 1;
}
