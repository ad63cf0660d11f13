/** A text in HTML as the MDX of this site: everything in it means itself, and nothing is code. */
import type { Element, ElementContent, Root } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { Link, Root as Mdast, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { attribute, isBlock } from './hast.ts';

/** What stands where a marker does: a citation, or the label of a note that has words of its own. */
export type NoteForm =
  | { readonly kind: 'citation'; readonly text: string }
  | { readonly kind: 'note'; readonly label: string; readonly content: readonly ElementContent[] };

/** `notes` is by the names that markers have, in the order in which notes are to be written. */
export function writeMarkdown(body: Root, notes: ReadonlyMap<string, NoteForm>): string {
  const definitions = [...notes.values()].flatMap((note): RootContent[] =>
    note.kind === 'note' ? [definitionOf(note, notes)] : [],
  );
  const { children } = convert(body, notes);
  const tree: Mdast = { type: 'root', children: [...children, ...definitions] };
  flattenCells(tree);
  layRaw(tree);
  leaveAddresses(tree);
  keepFromCode(tree);
  return unified()
    .use(remarkStringify, writing)
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkMdx)
    .stringify(tree)
    .trim();
}

function definitionOf(
  { label, content }: Extract<NoteForm, { kind: 'note' }>,
  notes: ReadonlyMap<string, NoteForm>,
): RootContent {
  const { children } = convert({ type: 'root', children: paragraphs(content) }, notes);
  return {
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children: children.flatMap((each) => (isFlow(each) ? [each] : [])),
  };
}

/** What a definition of a note may hold. */
type Flow = Extract<RootContent, { type: 'footnoteDefinition' }>['children'][number];

function isFlow(node: RootContent): node is Flow {
  return !['text', 'break', 'yaml'].includes(node.type);
}

/** Words without a paragraph get one. */
export function paragraphs(content: readonly ElementContent[]): ElementContent[] {
  const groups: ElementContent[] = [];
  let open: Element | undefined;
  for (const node of content) {
    if (isBlock(node)) {
      open = undefined;
      groups.push(node);
      continue;
    }
    if (open === undefined) {
      if (node.type === 'text' && node.value.trim() === '') continue;
      open = { type: 'element', tagName: 'p', properties: {}, children: [] };
      groups.push(open);
    }
    open.children.push(node);
  }
  return groups;
}

function convert(tree: Root, notes: ReadonlyMap<string, NoteForm>): { children: RootContent[] } {
  const made = toMdast(withWords(tree), {
    document: true,
    handlers: {
      'note-marker': (_state, node) => markerOf(attribute(node, 'dataNote'), notes),
      'written-citation': (_state, node) => laterRaw(attribute(node, 'dataText')),
      'tex-formula': (_state, node) => formula(textOf(node), 'dataDisplay' in node.properties),
      'hidden-remark': (_state, node) => hiddenRemark(textOf(node)),
      figure,
      sub: keepInline,
      sup: keepInline,
      u: keepInline,
      mark: keepInline,
      small: keepInline,
      kbd: keepInline,
      abbr: (state, node, parent) =>
        attribute(node, 'title') === '' ? state.all(node) : keepInline(state, node, parent),
      span: (state, node, parent) =>
        attribute(node, 'lang') === '' ? state.all(node) : keepInline(state, node, parent),
      aside: keepBlock,
      details: keepBlock,
      summary: (state, node) =>
        jsx('mdxJsxFlowElement', node, [
          { type: 'paragraph', children: phrasing(state.all(node)) },
        ]),
    },
  });
  return { children: made.type === 'root' ? made.children : [] };
}

/** Spaces around an element that says nothing would become one: what stands for words has some. */
function withWords(tree: Root): Root {
  const copy = structuredClone(tree);
  visit(copy, 'element', (node) => {
    if (node.tagName === 'note-marker' || node.tagName === 'written-citation')
      node.children = [{ type: 'text', value: '*' }];
  });
  return copy;
}

function markerOf(name: string, notes: ReadonlyMap<string, NoteForm>): Nodes | undefined {
  const note = notes.get(name);
  if (note === undefined) return undefined;
  if (note.kind === 'citation') return laterRaw(`[${note.text}]`);
  return { type: 'footnoteReference', identifier: note.label.toLowerCase(), label: note.label };
}

/** A dollar in it would end it: such TeX, which is rare, stays code. */
function formula(tex: string, isDisplay: boolean): Nodes {
  const line = tex.replace(/\s+/g, ' ').trim();
  if (line.includes('$')) return { type: 'inlineCode', value: line };
  return laterRaw(isDisplay ? `$$${line}$$` : `$${line}$`);
}

/** Printed nowhere. A remark in MDX ends at the first end of one. */
function hiddenRemark(words: string): Nodes {
  const value = `/* ${words.replace(/\s+/g, ' ').trim().replaceAll('*/', '* /')} */`;
  return { type: 'mdxTextExpression', value };
}

const figure: Handle = (state, node) => {
  const caption: PhrasingContent[] = [];
  const rest: ElementContent[] = [];
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'figcaption')
      caption.push(...phrasing(state.all(child)));
    else rest.push(child);
  }
  const made = state.all({ ...node, children: rest });
  const pictures = made.flatMap(picturesIn);
  if (pictures.length === 0 || made.some((each) => !isPictureAlone(each)))
    return [...state.toFlow(made), ...(caption.length > 0 ? [paragraph(caption)] : [])];
  return paragraph([
    ...pictures,
    ...(caption.length > 0 ? [{ type: 'text', value: '\n' } as const, ...caption] : []),
  ]);
};

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

function picturesIn(node: Nodes): PhrasingContent[] {
  if (node.type === 'image') return [node];
  if (node.type === 'link' && node.children.some((each) => each.type === 'image')) return [node];
  return 'children' in node ? (node as Parents).children.flatMap(picturesIn) : [];
}

function isPictureAlone(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'image') return true;
  return 'children' in node && (node as Parents).children.every(isPictureAlone);
}

/** The words of blocks, one after the other. */
function phrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    const space = index > 0 ? [{ type: 'text', value: ' ' } as const] : [];
    if (node.type === 'code')
      return [...space, { type: 'inlineCode', value: node.value.replace(/\s*\n\s*/g, ' ') }];
    if (!lines.has(node.type)) return [node as PhrasingContent];
    return [...space, ...phrasing((node as Parents).children)];
  });
}

const lines = new Set<Nodes['type']>(['paragraph', 'heading', 'list', 'listItem', 'blockquote']);

const keepInline: Handle = (state, node) =>
  jsx('mdxJsxTextElement', node, phrasing(state.all(node)));

const keepBlock: Handle = (state, node) =>
  jsx('mdxJsxFlowElement', node, state.toFlow(state.all(node)));

/** HTML that MDX reads as it stands: its attributes are plain. */
function jsx(
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement',
  node: Element,
  children: readonly Nodes[],
): Nodes {
  const attributes = ['lang', 'dir', 'title'].flatMap((name) => {
    const value = attribute(node, name);
    return value === '' ? [] : [{ type: 'mdxJsxAttribute', name, value } as const];
  });
  return { type, name: node.tagName, attributes, children } as
    | MdxJsxFlowElement
    | MdxJsxTextElement;
}

const writing: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  unsafe: [
    // Citations of this site, and equations where a site has them.
    { character: '@', inConstruct: 'phrasing' },
    { character: '$', inConstruct: 'phrasing' },
  ],
};

/** Markdown that is written as it stands. */
function asItStands(value: string) {
  return { type: 'html', value } as const;
}

const rawSign = '\uE000';

/** The same as a part of a sentence: what HTML is to a tree of Markdown ends a paragraph. */
function laterRaw(value: string): Nodes {
  return { type: 'mdxTextExpression', value: `${rawSign}${value}` };
}

function layRaw(tree: Mdast): void {
  visit(tree, 'mdxTextExpression', (node, index, parent) => {
    if (index === undefined || !node.value.startsWith(rawSign)) return;
    parent?.children.splice(index, 1, asItStands(node.value.slice(rawSign.length)));
  });
}

/** A table of Markdown has one line in each cell. */
function flattenCells(tree: Mdast): void {
  visit(tree, 'tableCell', (cell) => {
    cell.children = phrasing(cell.children);
  });
}

/** An address that GFM takes for a link by itself is written once. */
function leaveAddresses(tree: Mdast): void {
  visit(tree, 'link', (node, index, parent) => {
    if (parent === undefined || index === undefined || !isReadableAddress(node, parent, index))
      return;
    parent.children[index] = asItStands(node.url);
  });
}

function isReadableAddress(node: Link, { children }: Parents, index: number): boolean {
  const [first, ...others] = node.children;
  if (others.length > 0 || first?.type !== 'text' || first.value !== node.url) return false;
  const address = /^https?:\/\/[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#][\w./%?#=+:,;-]*)?$/i;
  if (!address.test(node.url) || /[.,;:?_-]$/.test(node.url)) return false;
  const [before, after] = [children[index - 1], children[index + 1]];
  const isEnded =
    after === undefined || (after.type === 'text' && /^[.,;:!?)”]*(?:\s|$)/.test(after.value));
  const isBegun = before === undefined || (before.type === 'text' && /[\s(]$/.test(before.value));
  return isEnded && isBegun;
}

/** A paragraph that begins with one of these words is code to MDX. */
function keepFromCode(tree: Mdast): void {
  visit(tree, 'paragraph', (node) => {
    const [first] = node.children;
    if (first?.type !== 'text' || !/^(?:import|export)\b/.test(first.value)) return;
    const letter = `&#x${first.value.charCodeAt(0).toString(16)};`;
    first.value = first.value.slice(1);
    node.children.unshift(asItStands(letter));
  });
}
