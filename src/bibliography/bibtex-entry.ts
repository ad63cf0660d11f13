/** An entry of BibTeX as its author wrote it, to be kept so. */

import { indexAt } from '../problems/place.ts';
import type { Place } from '../problems/problem.ts';
import type { Fix } from './fix-source.ts';

/**
 * The entry whose key stands at `place` of `text`, under another key and with what was mended; nothing when its
 * ends cannot be told, or what is to be mended does not stand there as it is read.
 */
export function rewriteEntry(
  text: string,
  place: Place,
  key: string,
  fixes: readonly Fix[],
): string | undefined {
  const keyStart = indexAt(text, place);
  const start = text.lastIndexOf('@', keyStart - 1);
  const head = /^@\s*\w+\s*([{(])\s*([^\s,{}()]+)/.exec(text.slice(start));
  const end = start < 0 || head === null ? undefined : endOfEntry(text, start, head[1] === '(');
  if (head === null || end === undefined) return undefined;
  const keyEnd = start + head[0].length;
  const edits = [
    { start: keyStart, end: keyEnd, to: key },
    ...fixes.map(({ place, from, to }) => {
      const index = indexAt(text, place);
      return { start: index, end: index + from.length, from, to };
    }),
  ].sort((a, b) => b.start - a.start);
  if (edits.some((edit) => 'from' in edit && text.slice(edit.start, edit.end) !== edit.from))
    return undefined;
  return edits.reduce(
    (entry, edit) => entry.slice(0, edit.start - start) + edit.to + entry.slice(edit.end - start),
    text.slice(start, end),
  );
}

/** Behind the bracket that closes the entry; brackets inside its values come in pairs. */
function endOfEntry(text: string, start: number, isRound: boolean): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.slice(start).matchAll(/\\.|[{}()]/gs)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    const closes = isRound ? sign === ')' && depth === 0 : sign === '}' && depth === 0;
    if (closes) return start + index + 1;
  }
  return undefined;
}
