/** What an author typed that is no YAML, in words about the field, for the errors that people make. */
import type { YAMLError } from 'yaml';
import type { TextFault } from '../problems/problem.ts';

/** Its offset is in `text`, which was parsed. */
export function describeYamlError(
  { code, pos: [start] }: Pick<YAMLError, 'code' | 'pos'>,
  text: string,
): TextFault {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(lineStart).split('\n')[0] ?? '';
  const [, head = '', name = '', value = ''] =
    /^(\s*(?:- +)?([\w-]+):[ \t]*)(.*)$/.exec(line) ?? [];
  const next = text.slice(lineStart + line.length + 1).split('\n')[0] ?? '';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !value.includes(': ') && /^\s/.test(next)) {
    const message = `“${next.trim()}” is set in, as if it belonged to the line above.`;
    const advice = 'Begin it where the other fields begin.';
    return { offset: lineStart + line.length + 1, length: next.length, message, advice };
  }
  if (value !== '' && inNeedOfQuotes.includes(code)) {
    const what = value.includes(': ') ? 'a colon' : 'signs that mean something else here';
    return {
      offset: lineStart + head.length,
      length: value.length,
      message: `The ${name} “${value}” has ${what} in it.`,
      advice: `Put it in quotation marks: \`${name}: ${quoted(value)}\`.`,
    };
  }
  const open = text.slice(0, start).search(/[[{][^\]}]*$/);
  if (code === 'BAD_INDENT' && open >= 0) {
    const words = text.slice(open).split('\n')[0] ?? '';
    const message = `The bracket before “${words.slice(1)}” is closed nowhere.`;
    const advice = 'Close it, or put the value in quotation marks.';
    return { offset: open, length: words.length, message, advice };
  }
  if (code === 'MISSING_CHAR') {
    const offset = Math.max(text.slice(0, start).search(/["'](?=[^"']*$)/), 0);
    const words = text.slice(offset + 1).split('\n')[0] ?? '';
    return {
      offset,
      length: 1,
      message: `The quotation mark before “${words}” is closed nowhere.`,
      advice: 'Put one behind the value, too.',
    };
  }
  if (code === 'DUPLICATE_KEY') {
    const message = `The field “${name}” stands here twice.`;
    return { offset: start, length: name.length, message, advice: 'Delete one of the two.' };
  }
  if (code === 'TAB_AS_INDENT') {
    const message = 'The line begins with a tab.';
    return { offset: start, length: 1, message, advice: 'Indent it with spaces.' };
  }
  const message = `“${line.trim()}” is no field.`;
  const offset = lineStart + line.length - line.trimStart().length;
  return { offset, length: line.trim().length, message, advice: shape };
}

const shape =
  'A field is a name, a colon, a space and a value; a value with signs in it goes in quotation marks.';

const inNeedOfQuotes: readonly string[] = [
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_SCALAR_START',
  'UNEXPECTED_TOKEN',
];

/** The value in whichever quotation marks it has none of; its own outer ones, which end too early, count for nothing. */
function quoted(value: string): string {
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return inner.includes('"') ? `'${inner.replaceAll("'", "''")}'` : `"${inner}"`;
}
