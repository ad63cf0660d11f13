/**
 * What an author typed that is no MDX, in words about the text. The parsers tell where they stopped, in words of their
 * own, which are read here and nowhere else: what is meant is often typed long before.
 */
import type { VFileMessage } from 'vfile-message';
import { indexAt } from '../problems/place.ts';
import type { TextFault } from '../problems/problem.ts';

/**
 * `source` is the text that was parsed. Without a place in it, the fault is at its beginning. What is at fault begins
 * with a sign that may be typed with a backslash, or with a word.
 */
export function describeSyntaxError(
  { reason, line, column }: Pick<VFileMessage, 'reason' | 'line' | 'column'>,
  source: string,
): TextFault {
  const stopped = indexAt(source, { line: line ?? 1, column: column ?? 1 });
  if (/import\/exports/.test(reason)) return describeCodeParagraph(source, stopped);
  if (/closing brace|expression|acorn/.test(reason)) {
    const open = firstUnclosed(source, stopped);
    if (open !== undefined) return unclosedBrace(source, open);
    return describeCode(source, Math.max(lastOpening(source, stopped, '{'), 0));
  }
  const unclosed = /closing tag for `(<[^`]*>)` \((\d+):(\d+)/.exec(reason);
  if (unclosed !== null) {
    const [, tag = '', tagLine, tagColumn] = unclosed;
    return unclosedTag(tag, indexAt(source, { line: Number(tagLine), column: Number(tagColumn) }));
  }
  const opening = lastOpening(source, stopped, '<');
  if (opening >= 0) return describeTag(source, opening);
  const message = 'The text cannot be read from here on.';
  return { offset: stopped, length: 1, message };
}

/** Code between braces, which begins at `offset`. */
export function describeCode(source: string, offset: number, end?: number): TextFault {
  const closing = end ?? source.indexOf('}', offset) + 1;
  const words = excerpt(source.slice(offset, Math.max(closing, offset + 1)));
  const message = `“${words}” is code here.`;
  return { offset, length: words.length, message, advice: `Write \`\\${words}\` for the words.` };
}

/** The first brace of a paragraph that nothing closes; `within` is somewhere in it. */
function firstUnclosed(source: string, within: number): number | undefined {
  const [start, end] = paragraphAround(source, within);
  const open: number[] = [];
  for (const { 0: sign, index } of source.slice(start, end).matchAll(/\\.|`[^`]*`|[{}]/g)) {
    if (sign === '{') open.push(start + index);
    if (sign === '}') open.pop();
  }
  return open[0];
}

function unclosedBrace(source: string, offset: number): TextFault {
  const words = excerpt(source.slice(offset + 1).trimStart());
  const message = `The brace before “${words}” is closed nowhere.`;
  const advice = 'Write `\\{` where a brace is meant; it begins code otherwise.';
  return { offset, length: 1, message, advice };
}

/** A paragraph that MDX takes for an import or export; `stopped` is somewhere in it. */
export function describeCodeParagraph(source: string, stopped: number): TextFault {
  const [start] = paragraphAround(source, stopped);
  const word = /^\w+/.exec(source.slice(start))?.[0] ?? '';
  const message = `A paragraph that begins with “${word}” is code here.`;
  return { offset: start, length: word.length, message, advice: 'Begin it with another word.' };
}

function unclosedTag(tag: string, offset: number): TextFault {
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

function describeTag(source: string, offset: number): TextFault {
  const rest = source.slice(offset).split(/\r?\n/)[0] ?? '';
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

/** Where the paragraph around an index of `source` begins and ends. */
function paragraphAround(source: string, within: number): [start: number, end: number] {
  const blank = source.matchAll(/\n[ \t]*\r?\n\s*/g).toArray();
  const before = blank.findLast(({ index, 0: { length } }) => index + length <= within);
  const after = blank.find(({ index }) => index >= within);
  return [
    before === undefined ? 0 : before.index + before[0].length,
    after?.index ?? source.length,
  ];
}

function excerpt(words: string): string {
  const [first = ''] = words.split(/\r?\n/);
  return first.length > 40 ? `${first.slice(0, 40)}…` : first;
}
