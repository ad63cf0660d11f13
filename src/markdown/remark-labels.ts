import { h } from 'hastscript';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { isParagraphAnchor, isTaken } from '../citations/anchors.ts';
import {
  kindOfLabel,
  type NumberedTarget,
  noteOfLabel,
  type TargetKind,
} from '../citations/labels.ts';
import { loadMessages, type Messages } from '../i18n/load-messages.ts';
import type { Problem } from '../problems/problem.ts';
import { report } from './file-data.ts';
import type { TypedAttributes } from './mdast-attributes.ts';
import { numberHeadings } from './number-headings.ts';
import { isFigure } from './remark-figures.ts';
import { isTableCaption } from './remark-table-captions.ts';
import { withCapital } from './resolve-reference.ts';

/** The bibliography, by key. */
type Sources = ReadonlyMap<string, unknown>;

/** Something with attributes, among them an id. */
interface Labelled {
  readonly node: Nodes;
  readonly label: string;
  readonly typed: TypedAttributes;
  /** `undefined` for what has no number. */
  readonly kind: TargetKind | undefined;
}

/**
 * Numbers what has a label, each kind by itself and in order, makes anchors of the labels, and says the number where
 * the thing stands: in a caption, beside a formula, before a heading. What has no label has no number, as in
 * pandoc-crossref; headings are numbered all as soon as one has a label.
 *
 * Input: a figure with `{#fig-tumen}` and the caption `The river.`
 * Output: `<figure id="fig-tumen">…<figcaption><span class="label">Figure 1.</span> The river.`; `file.data.targets`
 * lists them
 */
export const remarkLabels: Plugin<[Sources], Root> = (sources) => (tree, file) => {
  const words = loadMessages(file.data.lang ?? 'en', 'en');
  const first = new Map<string, Labelled>();
  const counts = new Map<TargetKind, number>();
  const sections = numberHeadings(tree);
  const targets: NumberedTarget[] = [];
  for (const labelled of findLabelled(tree)) {
    const { node, label, kind } = labelled;
    report(file, faultOf(labelled, first.get(label), sources, file.data.name ?? ''));
    if (first.has(label)) continue;
    first.set(label, labelled);
    // Those of a span and of a division are there.
    if (node.type !== 'emphasis' && node.type !== 'blockquote') setProperty(node, 'id', label);
    if (kind === undefined || kindOfLabel(label) !== kind) continue;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const number = node.type === 'heading' ? (sections.get(node) ?? '') : String(count);
    const target = { kind, label, number, name: words[kind](number) };
    targets.push(target);
    showNumber(node, target, tree, words);
  }
  if (targets.some(({ kind }) => kind === 'section')) {
    for (const [heading, number] of sections) setProperty(heading, 'dataNumber', number);
  }
  file.data.targets = targets;
  file.data.labels = [...first.keys()];
};

function findLabelled(tree: Root): Labelled[] {
  const found: Labelled[] = [];
  visit(tree, (node) => {
    const typed = node.data?.attributes;
    if (typed?.id !== undefined) found.push({ node, label: typed.id, typed, kind: kindOf(node) });
  });
  return found;
}

function kindOf(node: Nodes): TargetKind | undefined {
  if (node.type === 'heading') return 'section';
  if (node.type === 'table') return 'table';
  if (node.type === 'math' || (node.type === 'inlineMath' && node.isDisplay)) return 'equation';
  return node.type === 'paragraph' && isFigure(node) ? 'figure' : undefined;
}

/** What an author calls them. */
const things: Readonly<Record<TargetKind, string>> = {
  figure: 'a figure, which is an image that stands alone',
  table: 'a table, below which its caption begins with a colon',
  equation: 'an equation between `$$`',
  section: 'a heading',
};

function faultOf(
  { label, kind, typed }: Labelled,
  first: Labelled | undefined,
  sources: Sources,
  file: string,
): Problem[] {
  const { line = 1, column = 1 } = typed.position?.start ?? {};
  const about = { file, place: { line, column }, length: typed.value.length };
  const expected = kindOfLabel(label);
  if (first !== undefined) {
    const message = `The label “${label}” stands twice: first on line ${first.typed.position?.start.line}.`;
    return [{ rule: 'label-is-unique', ...about, message }];
  }
  if (isTaken(label) || isParagraphAnchor(label) || noteOfLabel(label) !== undefined) {
    const message = `“${label}” is an anchor of the site’s own, or may become one.`;
    return [{ rule: 'label-is-unique', ...about, message, advice: 'Give it another name.' }];
  }
  if (expected !== undefined && expected !== kind) {
    const message = `The label “${label}” is that of ${things[expected]}, and stands on something else.`;
    return [{ rule: 'label-is-in-place', ...about, message }];
  }
  if (expected === undefined || !sources.has(label)) return [];
  const message = `The label “${label}” is a key of the bibliography, too, and “@${label}” cites that.`;
  return [{ rule: 'label-is-no-key', ...about, message }];
}

function setProperty(node: Nodes, name: string, value: string): void {
  node.data = { ...node.data };
  const isFormula = node.type === 'math' || node.type === 'inlineMath';
  if (isFormula && name === 'id') frameFormula(node, value);
  else {
    const { hProperties } = node.data;
    node.data = { ...node.data, hProperties: { ...hProperties, [name]: value } };
  }
}

/** A formula with a label stands in an element that has it. */
function frameFormula(node: Nodes, id: string): void {
  const { hName = '', hProperties, hChildren = [] } = node.data ?? {};
  node.data = {
    ...node.data,
    hName: node.type === 'math' ? 'div' : 'span',
    hProperties: { className: ['equation'], id },
    hChildren: hName === '' ? [] : [h(hName, hProperties ?? {}, hChildren)],
  };
}

function showNumber(
  node: Nodes,
  { name, number }: NumberedTarget,
  tree: Root,
  { labelEnd }: Messages,
): void {
  if (node.type === 'math' || node.type === 'inlineMath') {
    node.data?.hChildren?.push(h('span', { className: ['label'] }, `(${number})`));
    return;
  }
  const caption = captionOf(node, tree);
  if (caption === undefined) return;
  const end = caption.length === 0 ? '' : labelEnd.trimEnd();
  const space = caption.length === 0 ? '' : labelEnd.slice(end.length);
  caption.unshift(
    element('span', [text(withCapital(name) + end)], 'label'),
    ...(space === '' ? [] : [text(space)]),
  );
}

/** The words below a figure or over a table, which may be none; `undefined` for a heading. */
function captionOf(node: Nodes, tree: Root): PhrasingContent[] | undefined {
  if (node.type === 'table') {
    let before: Nodes | undefined;
    visit(tree, 'table', (each, index, parent) => {
      if (each === node && index !== undefined) before = parent?.children[index - 1];
    });
    return isTableCaption(before) ? before.children : undefined;
  }
  if (node.type !== 'paragraph') return undefined;
  const known = node.children.find(({ data }) => data?.hName === 'figcaption');
  if (known?.type === 'emphasis') return known.children;
  const made = element('figcaption', []);
  node.children.push(made);
  return made.children;
}

function element(hName: string, children: PhrasingContent[], className?: string) {
  const hProperties = className === undefined ? {} : { className: [className] };
  const data = { hName, hProperties };
  return { type: 'emphasis' as const, data, children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
