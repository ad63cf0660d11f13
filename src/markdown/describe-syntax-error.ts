/**
 * What an author typed that is no MDX, in words about the text. The parsers tell where they stopped, in words of their
 * own, which are read here and nowhere else: what is meant is often typed long before.
 */
import type { VFileMessage } from 'vfile-message';

export interface SyntaxFault {
  /** Of the first character at fault, which is one that may be typed with a backslash. */
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly advice: string;
}

/** `source` is the text that was parsed. Without a place in it, the fault is at its beginning. */
export function describeSyntaxError(
  { reason, line, column }: Pick<VFileMessage, 'reason' | 'line' | 'column'>,
  source: string,
): SyntaxFault {
  const stopped = offsetAt(source, line ?? 1, column ?? 1);
  if (/import\/exports/.test(reason)) return describeCodeParagraph(source, stopped);
  if (/closing brace|expression|acorn/.test(reason)) {
    const open = firstUnclosed(source, stopped);
    if (open !== undefined) return unclosedBrace(source, open);
    return describeCode(source, Math.max(lastOpening(source, stopped, '{'), 0));
  }
  const unclosed = /closing tag for `(<[^`]*>)` \((\d+):(\d+)/.exec(reason);
  if (unclosed !== null) {
    const [, tag = '', tagLine, tagColumn] = unclosed;
    return unclosedTag(tag, offsetAt(source, Number(tagLine), Number(tagColumn)));
  }
  const opening = lastOpening(source, stopped, '<');
  if (opening >= 0) return describeTag(source, opening);
  const message = 'The text cannot be read from here on.';
  return { offset: stopped, length: 1, message, advice: escapes };
}

/** Code between braces, which begins at `offset`. */
export function describeCode(source: string, offset: number, end?: number): SyntaxFault {
  const closing = end ?? source.indexOf('}', offset) + 1;
  const words = excerpt(source.slice(offset, Math.max(closing, offset + 1)));
  const message = `“${words}” is code here.`;
  return { offset, length: words.length, message, advice: `Write \`\\${words}\` for the words.` };
}

const escapes =
  'Write `\\{` and `\\<` where a brace or a less-than sign is meant; both begin code otherwise.';

/** The first brace of a paragraph that nothing closes; `within` is somewhere in it. */
function firstUnclosed(source: string, within: number): number | undefined {
  const start = within === 0 ? 0 : source.lastIndexOf('\n\n', within - 1) + 1;
  const next = source.indexOf('\n\n', within);
  const open: number[] = [];
  const paragraph = source.slice(start, next < 0 ? undefined : next);
  for (const { 0: sign, index } of paragraph.matchAll(/\\.|`[^`]*`|[{}]/g)) {
    if (sign === '{') open.push(start + index);
    if (sign === '}') open.pop();
  }
  return open[0];
}

function unclosedBrace(source: string, offset: number): SyntaxFault {
  const words = excerpt(source.slice(offset + 1).trimStart());
  const message = `The brace before “${words}” is closed nowhere.`;
  const advice = 'Write `\\{` where a brace is meant; it begins code otherwise.';
  return { offset, length: 1, message, advice };
}

/** A paragraph that MDX takes for an import or export; `stopped` is somewhere in it. */
export function describeCodeParagraph(source: string, stopped: number): SyntaxFault {
  const offset = stopped === 0 ? 0 : source.lastIndexOf('\n\n', stopped - 1) + 1;
  const start = offset + (/^\s*/.exec(source.slice(offset))?.[0].length ?? 0);
  const word = /^\w+/.exec(source.slice(start))?.[0] ?? '';
  const message = `A paragraph that begins with “${word}” is code here.`;
  return { offset: start, length: word.length, message, advice: 'Begin it with another word.' };
}

function unclosedTag(tag: string, offset: number): SyntaxFault {
  const name = /^<([^\s/>]*)/.exec(tag)?.[1] ?? '';
  const end = ['br', 'hr', 'img', 'wbr'].includes(name) ? `<${name} />` : `</${name}>`;
  const how = end.endsWith('/>') ? `or \`${end}\` for the tag` : `or end the tag with \`${end}\``;
  const message = `“${tag}” begins a tag that nothing ends.`;
  return {
    offset,
    length: tag.length,
    message,
    advice: `Write \`\\${tag}\` for the words, ${how}.`,
  };
}

function describeTag(source: string, offset: number): SyntaxFault {
  const rest = source.slice(offset).split('\n')[0] ?? '';
  const words = /^<[^\s<>]*>/.exec(rest)?.[0] ?? /^<\S*(?: +[^\s<]+)?/.exec(rest)?.[0] ?? '<';
  const about = { offset, length: words.length };
  if (rest.startsWith('<!--')) {
    const advice = 'Write `{/* … */}` for a remark that nobody is to see.';
    return { ...about, length: 4, message: '“<!--” begins no remark here.', advice };
  }
  if (/^<(?:https?:|mailto:|[^\s>]+@)/i.test(words)) {
    const address = words.slice(1, -1);
    const advice = `Write \`[words](${address.includes(':') ? address : `mailto:${address}`})\`.`;
    return { ...about, message: `“${words}” is no link here.`, advice };
  }
  if (words.startsWith('</')) {
    const message = `“${words}” ends a tag that nothing begins.`;
    return { ...about, message, advice: 'Delete it.' };
  }
  const message = `“${words}” begins a tag here.`;
  return { ...about, message, advice: 'Write `\\<` where a less-than sign is meant.' };
}

/** Index of the last such sign before `end` that no backslash stands before; -1 when there is none. */
function lastOpening(source: string, end: number, sign: '{' | '<'): number {
  for (
    let index = source.lastIndexOf(sign, end);
    index >= 0;
    index = source.lastIndexOf(sign, index - 1)
  ) {
    if (source[index - 1] !== '\\') return index;
    if (index === 0) return -1;
  }
  return -1;
}

function offsetAt(source: string, line: number, column: number): number {
  const lines = source.split('\n').slice(0, line - 1);
  const start = lines.reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(start + column - 1, source.length);
}

function excerpt(words: string): string {
  const [first = ''] = words.split('\n');
  return first.length > 40 ? `${first.slice(0, 40)}…` : first;
}
