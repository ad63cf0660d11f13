/** The numbers of figures, tables, equations and sections, and the words that lead to them, as a format has them. */
import type { NumberedTarget } from '../citations/labels.ts';
import type { EssayRecord } from '../essay/essay-record.ts';
import {
  attributesOf,
  fragmentOf,
  idOf,
  linkOf,
  mapNodes,
  type PandocNode,
} from './pandoc-tree.ts';

export interface LabelStyle {
  /** “Figure 3.” at the beginning of a caption, “2.1” before a heading. */
  label(words: readonly PandocNode[], target: NumberedTarget): PandocNode[];
  /** “Figure 3”, or the number alone, where the text refers to it. */
  reference(words: readonly PandocNode[], target: NumberedTarget): PandocNode[];
  /** The number of a heading that has no label. */
  heading(words: readonly PandocNode[]): PandocNode[];
  /** A formula with its number: what stands in its paragraph. */
  equation(formula: PandocNode, target: NumberedTarget): PandocNode[];
}

export function placeLabels<T>(tree: T, { targets }: EssayRecord, style: LabelStyle): T {
  const byLabel = new Map(targets.map((target) => [target.label, target]));
  const place = (node: PandocNode): PandocNode[] | undefined => {
    if (isLabel(node)) return style.heading(attributesOf(node)?.content ?? []);
    const link = linkOf(node);
    const referent = byLabel.get(fragmentOf(node) ?? '');
    if (link !== undefined && referent !== undefined)
      return style.reference(link.content, referent);
    const target = byLabel.get(idOf(node) ?? '');
    if (target === undefined) return undefined;
    if (target.kind === 'equation') return placeEquation(node, target, style);
    // Inside of it are its label, and perhaps references to others.
    const inside = (part: PandocNode) =>
      isLabel(part) ? style.label(attributesOf(part)?.content ?? [], target) : place(part);
    return [{ ...node, c: mapNodes(node.c, inside) }];
  };
  return mapNodes(tree, place);
}

function isLabel(node: PandocNode): boolean {
  return attributesOf(node)?.classes.includes('label') === true;
}

/** The formula alone, or amid a paragraph. */
function placeEquation(node: PandocNode, target: NumberedTarget, style: LabelStyle): PandocNode[] {
  const formulas: PandocNode[] = [];
  mapNodes(node.c, (part) => {
    if (part.t === 'Math') formulas.push(part);
    return undefined;
  });
  const nodes = formulas.flatMap((formula) => style.equation(formula, target));
  return node.t === 'Div' ? [{ t: 'Para', c: nodes }] : nodes;
}
