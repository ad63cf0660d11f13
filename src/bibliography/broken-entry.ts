/** An entry of BibTeX that cannot be read: where it stands, and what is wrong with it. */
import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';

/** The entry that holds `offset`: from its `@` at the start of a line to the next such line. */
export function findEntryAt(
  text: string,
  offset: number,
): { start: number; end: number; head: string } {
  const starts = [...text.matchAll(/^[ \t]*@/gm)].map(({ index }) => index);
  const start = starts.findLast((index) => index < offset) ?? 0;
  const end = starts.find((index) => index > start) ?? text.length;
  const head = text.slice(start, end).split('\n')[0]?.trim().slice(0, 60) ?? '';
  return { start, end, head };
}

/**
 * What is wrong with an entry at which the parser stopped. Where the brace of a value is missing, it stops only behind
 * the entry; in the file, fields stand on lines of their own.
 */
export function describeBroken(
  { start, end, head }: { start: number; end: number; head: string },
  text: string,
  { offset, reason }: { offset: number; reason: string },
  file: string,
): Problem {
  const [, source] = /^@\s*\w+\s*[{(]\s*([^\s,]+)/.exec(head) ?? [];
  const about = { rule: 'bibliography-parses', file, source } as const;
  const open = [
    ...text
      .slice(start, end)
      .matchAll(/^[ \t]*([\w+:-]+)[ \t]*=[ \t]*(\{.*)$(?=\s*(?:[\w+:-]+\s*=|[@}]))/gm),
  ].find(([, , value = '']) => isLeftOpen(value));
  if (open !== undefined) {
    const [line, name = '', value = ''] = open;
    const message = `The ${name} of “${source ?? head}” begins with a brace that nothing closes.`;
    const place = placeAt(text, start + open.index + line.length - value.length);
    return {
      ...about,
      place,
      length: value.length,
      message,
      advice: 'Put the closing brace behind the value.',
    };
  }
  const message = `The entry “${head}” cannot be read: ${reason}.`;
  return { ...about, place: placeAt(text, offset), length: 1, message };
}

/** Whether a value has more braces opened than closed although a comma ends its line. */
function isLeftOpen(value: string): boolean {
  const count = (sign: string) => value.replace(/\\./g, '').split(sign).length;
  return count('{') > count('}') && /,\s*$/.test(value);
}
