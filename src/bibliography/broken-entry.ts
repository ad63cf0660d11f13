/** An entry of BibTeX that cannot be read: where it stands, and what is wrong with it. */
import type { Place, Problem } from '../problems/problem.ts';

/**
 * What is wrong with an entry at which the parser stopped. Where the brace of a value is missing, it stops only behind
 * the entry; in the file, fields stand on lines of their own.
 */
export function describeBroken(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
  { offset, reason }: { offset: number; reason: string },
  file: string,
  placeOf: (offset: number) => Place,
): Problem {
  const head = text.slice(start, end).split('\n')[0]?.trim().slice(0, 60) ?? '';
  const [, source] = /^@\s*\w+\s*[{(]\s*([^\s,]+)/.exec(head.normalize('NFC')) ?? [];
  const about = { rule: 'bibliography-parses', file, source } as const;
  const open = [
    ...text
      .slice(start, end)
      .matchAll(/^[ \t]*([\w+:-]+)[ \t]*=[ \t]*(\{.*)$(?=\s*(?:[\w+:-]+\s*=|[@}]))/gm),
  ].find(([, , value = '']) => isLeftOpen(value));
  if (open !== undefined) {
    const [line, name = '', value = ''] = open;
    const message = `The ${name} of “${source ?? head}” begins with a brace that nothing closes.`;
    const place = placeOf(start + open.index + line.length - value.length);
    return {
      ...about,
      place,
      length: value.length,
      message,
      advice: 'Put the closing brace behind the value.',
    };
  }
  const message = `The entry “${head}” cannot be read: ${reason}.`;
  return { ...about, place: placeOf(offset), length: 1, message };
}

/** Whether a value has more braces opened than closed although a comma ends its line. */
function isLeftOpen(value: string): boolean {
  const count = (sign: string) => value.replace(/\\./g, '').split(sign).length;
  return count('{') > count('}') && /,\s*$/.test(value);
}
