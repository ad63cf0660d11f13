import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Problem } from '../problems/problem.ts';
import { attributeProblems, attributeProperties } from './attribute-properties.ts';
import { report } from './file-data.ts';
import { isBlock } from './in-divisions.ts';
import { type AttributesNode, typedAttributes } from './mdast-attributes.ts';
import { splitLines } from './split-lines.ts';

/**
 * Makes divisions of what stands between two lines of colons: Pandoc's fenced divs, with attributes or with a class
 * alone. An epigraph is a quotation that says so. https://pandoc.org/MANUAL.html#extension-fenced_divs
 *
 * Input: `::: {lang=ru}⏎Привет.⏎:::`, `::: epigraph⏎Words.⏎:::`
 * Output: what becomes `<div class="division" lang="ru"><p>Привет.</p></div>`, `<blockquote class="epigraph" role="doc-epigraph">…`
 */
export const remarkDivisions: Plugin<[], Root> = () => (tree, file) => {
  const blocks: RootContent[] = [];
  const open: { division: Blockquote; opening: Paragraph }[] = [];
  const around = file.data.lang ?? 'en';
  const put = (node: RootContent) => {
    const inner = open.at(-1)?.division.children;
    if (inner === undefined) blocks.push(node);
    else if (isBlock(node)) inner.push(node);
    // Texts of notes and addresses of links stand for themselves, wherever they are typed.
    else blocks.push(node);
  };
  for (const node of tree.children) {
    const parts = node.type === 'paragraph' ? partsOf(node) : undefined;
    if (parts === undefined || node.type !== 'paragraph') {
      put(node);
      continue;
    }
    for (const part of parts) {
      if (part === 'end') {
        const closed = open.pop();
        if (closed !== undefined) put(closed.division);
        else report(file, [problemAt(node, file, 'This “:::” ends nothing.')]);
      } else if ('begin' in part) {
        if (typeof part.begin !== 'string')
          report(file, attributeProblems(part.begin, file.data.name ?? ''));
        open.push({ division: divisionOf(part.begin, around), opening: node });
      } else put(part);
    }
  }
  for (const { division, opening } of open.toReversed()) {
    report(file, [problemAt(opening, file, 'What “:::” begins here is closed nowhere.')]);
    blocks.push(division);
  }
  tree.children = blocks;
};

function problemAt({ position }: Paragraph, file: VFile, message: string): Problem {
  const { line = 1, column = 1 } = position?.start ?? {};
  const name = file.data.name ?? '';
  return { rule: 'division-is-closed', file: name, place: { line, column }, length: 3, message };
}

type Opening = AttributesNode | string;
type Part = { begin: Opening } | 'end' | Paragraph;

/** Of a paragraph: lines of colons, and what stands between them; `undefined` when it has none. */
function partsOf(node: Paragraph): Part[] | undefined {
  const lines = splitLines(node.children);
  const fences = lines.map(fenceOf);
  if (fences.every((fence) => fence === undefined)) return undefined;
  const parts: Part[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    if (words.length > 0) parts.push({ ...node, children: words });
    words = [];
  };
  for (const [index, line] of lines.entries()) {
    const fence = fences[index];
    if (fence === undefined) {
      if (words.length > 0) words.push({ type: 'text', value: '\n' });
      words.push(...line);
    } else {
      flush();
      parts.push(fence);
    }
  }
  flush();
  return parts;
}

function fenceOf([first, second, ...rest]: readonly PhrasingContent[]): Part | undefined {
  if (first?.type !== 'text') return undefined;
  const [, name] = /^:{3,}[ \t]*([\p{L}_-][\p{L}\p{N}_-]*)?[ \t]*:*$/u.exec(first.value) ?? [];
  const isFence = /^:{3,}/.test(first.value);
  if (!isFence || rest.length > 0) return undefined;
  if (second?.type === 'attributes' && /^:{3,}[ \t]*$/.test(first.value)) return { begin: second };
  if (second !== undefined) return undefined;
  if (name !== undefined) return { begin: name };
  return /^:{3,}[ \t]*$/.test(first.value) ? 'end' : undefined;
}

function divisionOf(opening: Opening, around: string): Blockquote {
  const attributes =
    typeof opening === 'string'
      ? { id: undefined, classes: [opening], values: new Map<string, string>() }
      : opening.attributes;
  const isEpigraph = attributes.classes.includes('epigraph');
  const classes = isEpigraph ? attributes.classes : ['division', ...attributes.classes];
  return {
    type: 'blockquote',
    data: {
      hName: isEpigraph ? 'blockquote' : 'div',
      hProperties: {
        ...attributeProperties({ ...attributes, classes }, around),
        ...(isEpigraph && { role: 'doc-epigraph' }),
      },
      ...(typeof opening !== 'string' && { attributes: typedAttributes(opening) }),
    },
    children: [],
  };
}
