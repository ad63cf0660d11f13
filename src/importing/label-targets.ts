/** What labels name in a document that has the ids of a site like this, with the numbers that the site would give. */
import type { Element, Parents } from 'hast';
import type { Heading } from 'mdast';
import { kindOfLabel, type TargetKind } from '../citations/labels.ts';
import { numberHeadings } from '../markdown/number-headings.ts';
import { attribute, isElement, isEmpty, listElements, type Placed } from './hast.ts';

export interface Target {
  readonly label: string;
  readonly kind: TargetKind;
  readonly node: Element;
  /** What has the words of its number. */
  readonly box: Element;
  readonly number: string;
}

export function isHeading({ node }: Pick<Placed, 'node'>): boolean {
  return /^h[1-6]$/.test(node.tagName);
}

/** What the id of an element is a label of. */
export function targetOf({ node: named, around }: Placed): Omit<Target, 'number'>[] {
  const label = attribute(named, 'id').normalize('NFC');
  const kind = kindOfLabel(label);
  const node = kind === undefined ? undefined : thingIn(named, kind, around);
  if (kind === undefined || node === undefined) return [];
  return [{ label, kind, node, box: kind === 'equation' ? named : node }];
}

/** The id may stand on what is around the thing. */
function thingIn(
  named: Element,
  kind: TargetKind,
  around: readonly Parents[],
): Element | undefined {
  const inside = [
    named,
    ...listElements({ type: 'root', children: [named] }).map(({ node }) => node),
  ];
  const only = (...names: readonly string[]) => inside.find((each) => isElement(each, ...names));
  switch (kind) {
    case 'figure':
      if (only('img') === undefined) return undefined;
      return (
        [named, ...around].find((each): each is Element => isElement(each, 'figure')) ??
        only('figure', 'img')
      );
    case 'table':
      return only('table');
    case 'equation':
      return only('tex-formula');
    case 'section':
      return [named, named.children.find((each) => !isEmpty(each))].find(
        (each): each is Element => isElement(each) && isHeading({ node: each as Element }),
      );
  }
}

/** As `markdown/remark-labels.ts` will. */
export function numberTargets(
  elements: readonly Placed[],
  found: readonly Omit<Target, 'number'>[],
): Target[] {
  const headings = elements.filter(isHeading).map(({ node }) => ({
    node,
    heading: {
      type: 'heading',
      depth: Number(node.tagName[1]) as Heading['depth'],
      children: [],
    } satisfies Heading,
  }));
  const sections = numberHeadings({
    type: 'root',
    children: headings.map(({ heading }) => heading),
  });
  const counts = new Map<TargetKind, number>();
  const labels = new Set<string>();
  return found.flatMap((target): Target[] => {
    if (labels.has(target.label)) return [];
    labels.add(target.label);
    if (target.kind === 'section') {
      const own = headings.find(({ node }) => node === target.node)?.heading;
      const number = own === undefined ? undefined : sections.get(own);
      return number === undefined ? [] : [{ ...target, number }];
    }
    const number = (counts.get(target.kind) ?? 0) + 1;
    counts.set(target.kind, number);
    return [{ ...target, number: String(number) }];
  });
}
