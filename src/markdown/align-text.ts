import type { Text } from 'mdast';

/**
 * Where each sign of a text stands in the source, which has backslashes before some, and indents and `>` before a new
 * line. `undefined` when it has anything else that the text has not, such as a character reference.
 */
export function alignText({ value, position }: Text, source: string): number[] | undefined {
  const offsets: number[] = [];
  let at = position?.start.offset ?? source.length;
  for (const [index, sign] of value.split('').entries()) {
    if (index > 0 && value[index - 1] === '\n') {
      const [lead = ''] = /^[ \t>]*/.exec(source.slice(at)) ?? [];
      // A sign of the text itself may be one of those.
      at += source[at] === sign ? 0 : lead.length;
    }
    if (source[at] !== sign && source[at] === '\\') at += 1;
    if (sign === '\n' && source[at] === '\r') at += 1;
    if (source[at] !== sign) return undefined;
    offsets.push(at);
    at += 1;
  }
  return offsets;
}
