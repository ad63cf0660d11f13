import type { Heading, Image, Nodes, Parents, Root, Text } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import type { Plugin } from 'unified';
import {
  opaque,
  type PunctuationEdit,
  punctuationEdits,
  smartPunctuation,
} from '../i18n/smart-punctuation.ts';
import { alignText } from './align-text.ts';
import './file-data.ts';

/**
 * Sets the punctuation of the essay's language, and in an element with `lang` that of its own. Code, addresses, and a
 * sign behind a backslash stay as typed. A heading keeps the words it was typed with, of which its anchor is made.
 *
 * Input: `It's "so" -- [@kim2019]`, `"` behind a backslash
 * Output: `It’s “so” – [@kim2019]`; `file.data.punctuation` lists the changes of the source.
 */
export const remarkSmartPunctuation: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file.value);
  const edits: PunctuationEdit[] = [];
  const visit = (node: Nodes, lang: string): void => {
    if (node.type === 'image') setImage(node, lang);
    if (!('children' in node) || isVerbatim(node)) return;
    const own = langOf(node) ?? lang;
    if (!node.children.some(isOfLine)) {
      for (const child of node.children) visit(child, own);
      return;
    }
    const typed = node.type === 'heading' ? anchorWords(node) : '';
    edits.push(...setLine(node, own, source));
    if (node.type === 'heading' && anchorWords(node) !== typed)
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataTyped: typed } };
  };
  visit(tree, file.data.lang ?? 'en');
  file.data.punctuation = edits;
};

/** What an anchor is made of: no pictures and no markers. */
function anchorWords(heading: Heading): string {
  const read = (node: Nodes): string => {
    if (node.type === 'citation' || node.type === 'image') return '';
    if (node.type === 'break') return '\n';
    return 'children' in node ? node.children.map(read).join('') : wordsOf(node);
  };
  return read(heading).replace(/\s+/g, ' ').trim();
}

/** A stretch of a line: the text of a node, and which of its signs were typed as themselves. */
interface Piece {
  readonly start: number;
  readonly lang: string;
  readonly node: Text;
  /** For each sign, where it stands in the source. */
  readonly offsets: readonly number[] | undefined;
}

/** Changes the text of `line`, whose quotation marks may open in one element and close in another. */
function setLine(line: Parents, lang: string, source: string): PunctuationEdit[] {
  const pieces: Piece[] = [];
  let text = '';
  const read = (node: Nodes, around: string): void => {
    const own = langOf(node) ?? around;
    if (node.type === 'image') setImage(node, own);
    if (node.type === 'text') {
      const offsets = alignText(node, source);
      pieces.push({ start: text.length, lang: own, node, offsets });
      const isEscaped = (index: number) => source[(offsets?.[index] ?? 0) - 1] === '\\';
      text += node.value
        .split('')
        .map((sign, at) => (isEscaped(at) ? opaque : sign))
        .join('');
    } else if (node.type === 'break') text += '\n';
    else if (node.type === 'citation' || node.type === 'footnoteReference') return;
    else if ('children' in node && !isVerbatim(node))
      for (const each of node.children) read(each, own);
    else text += opaque;
  };
  for (const child of line.children) read(child, lang);
  const pieceAt = (offset: number) => pieces.findLast(({ start }) => start <= offset);
  const edits = punctuationEdits(text, (offset) => pieceAt(offset)?.lang ?? lang);
  return edits.toReversed().flatMap(({ start, end, text: sign }) => {
    const piece = pieceAt(start);
    const from = start - (piece?.start ?? 0);
    const to = end - (piece?.start ?? 0);
    // Hyphens of which one is in another element are no dash.
    if (piece === undefined || to > piece.node.value.length) return [];
    piece.node.value = piece.node.value.slice(0, from) + sign + piece.node.value.slice(to);
    const first = piece.offsets?.[from];
    const last = piece.offsets?.[to - 1];
    if (first === undefined || last === undefined) return [];
    return [{ start: first, end: last + 1, text: sign }];
  });
}

/** Its description and its caption. */
function setImage(image: Image, lang: string): void {
  if (image.alt) image.alt = smartPunctuation(image.alt, lang);
  if (image.title) image.title = smartPunctuation(image.title, lang);
}

function isOfLine(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() !== '';
}

/** Code as an element, and an address that is its own text. */
function isVerbatim(node: Parents): boolean {
  if (node.type === 'link') {
    const words = wordsOf(node);
    return [words, `http://${words}`, `mailto:${words}`].includes(node.url);
  }
  const isElement = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
  return isElement && /^(?:code|kbd|pre|samp|var)$/.test(node.name ?? '');
}

function langOf(node: Nodes): string | undefined {
  const own = node.data?.hProperties?.['lang'];
  if (typeof own === 'string') return own;
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return undefined;
  const lang = node.attributes.find(
    (each) => each.type === 'mdxJsxAttribute' && each.name === 'lang',
  );
  if (typeof lang?.value !== 'string') return undefined;
  try {
    return new Intl.Locale(lang.value).toString();
  } catch {
    return undefined;
  }
}
