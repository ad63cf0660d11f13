/** What stands in the text where the essay refers to something that it numbers. */
import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { fragmentLink } from '../citations/anchors.ts';
import type { Messages } from '../i18n/load-messages.ts';
import type { CrossReference, ReferenceItem } from './mdast-cross-reference.ts';

/** What is referred to. */
export interface Referent {
  readonly anchor: string;
  /** “Figure 3”. */
  readonly name: string;
  readonly number: string;
}

/**
 * Input: `[see @fig-tumen; -@fig-map]`
 * Output: text, link, text and so on: `see [Figure 3](#fig-tumen) and [4](#fig-map)`
 */
export function resolveReference(
  { items }: CrossReference,
  find: (item: ReferenceItem) => Referent | undefined,
  words: Messages,
): PhrasingContent[] {
  const parts = items.map((item) => resolveItem(item, find(item)));
  // The words that a language puts between the items of a list.
  const marks = items.map((_, index) => String.fromCodePoint(firstMark + index));
  return words
    .list(marks)
    .split(/([\u{E000}-\u{F8FF}])/u)
    .flatMap((part): PhrasingContent[] => {
      const index = (part.codePointAt(0) ?? 0) - firstMark;
      return parts[index] ?? textNodes(part);
    });
}

/** The first sign that Unicode leaves to private use. */
const firstMark = 0xe000;

function resolveItem(
  { before, after, words, isBare, isCapital }: ReferenceItem,
  referent: Referent | undefined,
): PhrasingContent[] {
  if (referent === undefined)
    return [...formatted(before), ...textNodes(words), ...formatted(after)];
  const { anchor, number } = referent;
  const name = isCapital ? withCapital(referent.name) : referent.name;
  const link: PhrasingContent = {
    type: 'link',
    url: fragmentLink(anchor),
    children: textNodes(isBare ? number : name),
  };
  return [...formatted(before), link, ...formatted(after)];
}

/** “Рис. 3” for «рис. 3»; a word keeps its other letters. */
export function withCapital(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Words beside a label, which may be emphasised; signs of anything else are words there. */
function formatted(typed: string): PhrasingContent[] {
  const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(typed) ?? [];
  const [block, ...others] = fromMarkdown(words).children;
  if (block?.type !== 'paragraph' || others.length > 0 || !isPlain(block)) return textNodes(typed);
  // Its places are those of these words alone.
  visit(block, (node) => {
    delete node.position;
  });
  return [...textNodes(start), ...block.children, ...textNodes(end)];
}

function isPlain({ children }: { readonly children: readonly PhrasingContent[] }): boolean {
  return children.every((node) =>
    node.type === 'emphasis' || node.type === 'strong'
      ? isPlain(node)
      : node.type === 'text' || node.type === 'inlineCode',
  );
}

function textNodes(value: string): { type: 'text'; value: string }[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** The same as Markdown, for readers of the plain text. */
export function referenceMarkdown(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/[\\`*_{}<]/g, '\\$&');
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      if (node.type === 'emphasis') return `*${referenceMarkdown(node.children)}*`;
      if (node.type === 'strong') return `**${referenceMarkdown(node.children)}**`;
      if (node.type !== 'link') return '';
      return `[${referenceMarkdown(node.children)}](${node.url})`;
    })
    .join('');
}
