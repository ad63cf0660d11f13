import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { pictureAddress } from '../essay/picture-address.ts';
import type { PictureUse } from './file-data.ts';
import { lengthOf, startOf } from './raw-essay.ts';

interface LabelledMarker {
  readonly node: Nodes;
  readonly label: string;
}

interface Edit {
  /** Offsets in the source, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The prose of an essay as plain Markdown: `source` as its author typed it, but for the markers, which have
 * the names of their notes, the notes, which are left out, what only MDX knows, and `others` that were made of it; and
 * for the addresses of pictures, which depend on the page: they are as `pictureAddress` has them.
 *
 * Input: `Resolution 84.[@unsc1950] … the Tumen.[^tumen]` and `[^tumen]: See [@lukin2019].`
 * Output: `Resolution 84.[^unsc1950] … the Tumen.[^tumen]`
 */
export function labelledMarkdown(
  tree: Root,
  source: string,
  markers: readonly LabelledMarker[],
  pictures: readonly PictureUse[],
  others: readonly Edit[] = [],
): string {
  const edits = [
    ...others,
    ...markers.flatMap(({ node, label }) =>
      edit(node, `${node.type === 'citation' ? escapeSigns(node.name ?? '') : ''}[^${label}]`),
    ),
    ...pictures.flatMap((picture) => editAddress(picture, source)),
  ];
  visit(tree, (node) => {
    if (isLeftOut(node)) edits.push(...edit(node, ''));
    else if (isComponent(node)) edits.push(...editComponent(node));
  });
  edits.sort((a, b) => a.start - b.start);
  let text = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    // What stands in something that is left out is left out with it; two pictures may have one address.
    if (start < from) continue;
    text += source.slice(from, start) + replacement;
    from = end;
  }
  return withoutFrontMatter(text + source.slice(from))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Words that are no Markdown. */
function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]{}<~]|&(?=#?\w+;)/g, String.raw`\$&`);
}

function isLeftOut(node: Nodes): boolean {
  switch (node.type) {
    case 'footnoteDefinition':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return true;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.children.length === 0 && !isComponent(node);
    default:
      return false;
  }
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function isComponent(node: Nodes): node is Element {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return isElement && /^\p{Lu}|\./u.test(node.name ?? '');
}

/** What it shows, its page alone knows: it leads there. Words that stand in it stay. */
function editComponent(node: Element): Edit[] {
  const link = `[${node.name}](index.html)`;
  const [first] = node.children;
  const last = node.children.at(-1);
  const { start, end } = node.position ?? {};
  if (first === undefined || last === undefined) {
    // As a quotation it is no paragraph, which would have a number.
    return edit(node, node.type === 'mdxJsxFlowElement' ? `> ${link}` : link);
  }
  return [
    { start: start?.offset ?? 0, end: startOf(first), text: '' },
    { start: startOf(last) + lengthOf(last), end: end?.offset ?? 0, text: '' },
  ];
}

/** The address stands behind `](`, or behind the name that it is given. */
function editAddress({ file, addressNode }: PictureUse, source: string): Edit[] {
  const start = addressNode.position?.start.offset ?? 0;
  const typed = source.slice(start, addressNode.position?.end.offset);
  const found = /\](?:\(|:)\s*(<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))+)/d.exec(typed)?.indices?.[1];
  if (found === undefined) return [];
  return [{ start: start + found[0], end: start + found[1], text: pictureAddress(file) }];
}

function edit({ position }: Nodes, text: string): Edit[] {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? [] : [{ start, end, text }];
}

/** Astro blanks it out before it parses the text, other processors do not. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^\s*---\r?\n[\s\S]*?\n---[ \t]*$/m, (whole, offset: number) =>
    offset === 0 ? '' : whole,
  );
}
