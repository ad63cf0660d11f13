import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import { opaque, punctuationEdits } from '../i18n/smart-punctuation.ts';

/** A sign of the words, and where it was typed; what is no word, such as code, is nowhere. */
interface Sign {
  readonly sign: string;
  readonly offset: number | undefined;
}

/** Markdown with the punctuation of its language. Code, addresses and what stands behind a backslash stay as typed. */
export function smartMarkdown(typed: string, lang: string): string {
  const signs = readSigns(fromMarkdown(typed), typed);
  const edits = punctuationEdits(signs.map(({ sign }) => sign).join(''), () => lang);
  return edits.toReversed().reduce((text, { start, end, text: sign }) => {
    const first = signs[start]?.offset;
    const last = signs[end - 1]?.offset;
    if (first === undefined || last === undefined || last - first !== end - 1 - start) return text;
    return text.slice(0, first) + sign + text.slice(last + 1);
  }, typed);
}

function readSigns(node: Nodes, typed: string): Sign[] {
  if (node.type === 'text') {
    const start = node.position?.start.offset ?? 0;
    const isAsTyped = typed.startsWith(node.value, start);
    return node.value
      .split('')
      .map((sign, index) => ({ sign, offset: isAsTyped ? start + index : undefined }));
  }
  // An address that is its own text.
  const isAddress = node.type === 'link' && wordsOf(node) === node.url;
  if (!('children' in node) || isAddress)
    return [{ sign: node.type === 'break' ? '\n' : opaque, offset: undefined }];
  const inner = node.children.flatMap((child) => readSigns(child, typed));
  return node.type === 'paragraph' || node.type === 'heading'
    ? [...inner, { sign: '\n', offset: undefined }]
    : inner;
}
