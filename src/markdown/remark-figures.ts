import type { Image, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { placeAt } from '../problems/place.ts';
import { inDivisions } from './in-divisions.ts';
import { definitionsOf } from './raw-essay.ts';
import { withoutLead } from './split-lines.ts';

/**
 * Makes a figure of every picture that stands alone or right above its caption, and is no paragraph then. A last line
 * in emphasis is the credit.
 *
 * Input: `![The river.](tumen.jpg)⏎The *border*.[@kim2019]⏎*Drawn for this test.*`, or `![The river.](tumen.jpg "The border.")`
 * Output: what becomes `<figure><img><figcaption>The <em>border</em>.… <small>Drawn for this test.</small></figcaption></figure>`
 */
export const remarkFigures: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  resolveReferences(tree);
  inDivisions(tree, (blocks) =>
    withCaptionsBelow(blocks).flatMap((node): RootContent[] =>
      node.type === 'paragraph' ? (figuresOf(node, source) ?? [node]) : [node],
    ),
  );
  const [first] = tree.children.filter(({ type }) => type !== 'mdxjsEsm' && type !== 'definition');
  // It may be in the first screen; the others are loaded when a reader comes near.
  if (first !== undefined && isFigure(first)) visit(first, 'image', loadAtOnce);
};

export function isFigure(node: RootContent): boolean {
  return node.type === 'paragraph' && node.data?.hName === 'figure';
}

/** `![The river.][tumen]` is a picture like any other. */
function resolveReferences(tree: Root): void {
  const targets = definitionsOf(tree);
  visit(tree, 'imageReference', ({ identifier, alt, data, position }, index, parent) => {
    const target = targets.get(identifier);
    if (target === undefined || index === undefined || parent === undefined) return;
    const { url, title } = target;
    const place = position && { position };
    const image: Image = { type: 'image', url, title, alt, ...(data && { data }), ...place };
    parent.children.splice(index, 1, image);
  });
}

/** A caption may begin with a colon, as that of a table, and then stand below an empty line, too. */
function withCaptionsBelow(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const node of nodes) {
    const last = blocks.at(-1);
    const words = node.type === 'paragraph' ? withoutLead(node.children, lead) : undefined;
    if (words !== undefined && last?.type === 'paragraph' && isPictures(last.children)) {
      const children = [...last.children, { type: 'break' as const }, ...words];
      blocks.splice(-1, 1, { ...last, children });
    } else blocks.push(node);
  }
  return blocks;
}

const lead = /^:[ \t]+/;

/** Nothing but pictures. */
function isPictures(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(isPicture) && nodes.every((node) => isPicture(node) || isSpace(node));
}

function figuresOf({ children }: Paragraph, source: string): Paragraph[] | undefined {
  const end = children.findIndex((node) => !isPicture(node) && !isSpace(node));
  const before = end < 0 ? children : children.slice(0, end);
  const pictures = before.filter(isPicture);
  if (pictures.length === 0) return undefined;
  if (end < 0) return pictures.map((picture) => figure([picture], []));
  const rest = children.slice(before.findLastIndex(isPicture) + 1);
  if (!beginsLine(rest)) return undefined;
  const words = trimStart(rest, source);
  return [figure(pictures, withoutLead(words, lead) ?? words)];
}

/** Also one that leads to its larger self. */
function isPicture(node: PhrasingContent): boolean {
  return (
    node.type === 'image' ||
    (node.type === 'link' && node.children.length > 0 && node.children.every(isPicture))
  );
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function beginsLine([first]: readonly PhrasingContent[]): boolean {
  return first?.type === 'break' || (first?.type === 'text' && /^[ \t]*\n/.test(first.value));
}

function trimStart(nodes: readonly PhrasingContent[], source: string): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first === undefined) return [];
  if (isSpace(first)) return trimStart(rest, source);
  return first.type === 'text' ? [withoutSpace(first, source), ...rest] : [...nodes];
}

/** The text and its place without the space before it. */
function withoutSpace(text: Text, source: string): Text {
  const value = text.value.trimStart();
  const { start, end } = text.position ?? {};
  if (start?.offset === undefined || end === undefined) return { ...text, value };
  const typed = source.slice(start.offset, end.offset);
  const offset = start.offset + typed.length - typed.trimStart().length;
  return { ...text, value, position: { start: { ...placeAt(source, offset), offset }, end } };
}

function figure(
  pictures: readonly PhrasingContent[],
  words: readonly PhrasingContent[],
): Paragraph {
  const titles = pictures.flatMap(takeTitles);
  const [attributes] = pictures.flatMap(takeAttributes);
  const { caption, credit } = withoutCredit(words);
  const parts = [
    ...titles.map((value): PhrasingContent[] => [{ type: 'text', value }]),
    ...(caption.length > 0 ? [caption] : []),
    ...(credit.length > 0 ? [[element('small', credit)]] : []),
  ];
  const legend = parts.flatMap((part, index): PhrasingContent[] =>
    index === 0 ? [...part] : [{ type: 'text', value: ' ' }, ...part],
  );
  return {
    type: 'paragraph',
    data: { hName: 'figure', ...(attributes && { attributes }) },
    children: [...pictures, ...(legend.length > 0 ? [element('figcaption', legend)] : [])],
  };
}

/** What is a tooltip in a sentence is the caption of a figure. */
function takeTitles(picture: PhrasingContent): string[] {
  const titles: string[] = [];
  visit({ type: 'paragraph', children: [picture] }, 'image', (image) => {
    if (image.title) titles.push(image.title);
    image.title = null;
  });
  return titles;
}

/** Its label is that of the figure. */
function takeAttributes({ data }: PhrasingContent) {
  const { attributes } = data ?? {};
  delete data?.attributes;
  return attributes ?? [];
}

/** The credit is the last line, when all of it is emphasis, whatever markers stand behind it. */
function withoutCredit(words: readonly PhrasingContent[]) {
  const index = words.findLastIndex((node) => !isMarker(node) && !isSpace(node));
  const last = words[index];
  const before = words[index - 1];
  const isLine =
    before === undefined ||
    before.type === 'break' ||
    (before.type === 'text' && /\n[ \t]*$/.test(before.value));
  // Not of words in another language, which are no emphasis.
  const isEmphasis = last?.type === 'emphasis' && last.data?.hName === undefined;
  if (!isEmphasis || !isLine) return { caption: words, credit: [] };
  const caption = words.slice(0, index).flatMap((node, place): PhrasingContent[] => {
    if (place < index - 1) return [node];
    return node.type === 'text' && !isSpace(node) ? [{ ...node, value: node.value.trimEnd() }] : [];
  });
  return { caption, credit: [...last.children, ...words.slice(index + 1)] };
}

function isMarker({ type }: PhrasingContent): boolean {
  return type === 'citation' || type === 'footnoteReference';
}

/** Phrases that become an element of this name. */
function element(hName: string, children: readonly PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName }, children: [...children] };
}

function loadAtOnce(image: Image): void {
  image.data = { ...image.data, hProperties: { ...image.data?.hProperties, loading: 'eager' } };
}
