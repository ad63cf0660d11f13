/** A list called “Notes”, and the number of each of its items. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { isBlock, isElement, isEmpty, replaceIn } from './hast.ts';
import { isNameOfNotes, trimEnd } from './note-content.ts';

export interface Item {
  /** In the list, or as it says itself. */
  readonly number: number;
  readonly nodes: ElementContent[];
}

export interface NoteList {
  readonly items: readonly Item[];
  readonly take: () => void;
}

/** The list below the last name of one; or the last list of all below a rule. */
export function findList(tree: Root): NoteList | undefined {
  let found: NoteList | undefined;
  const go = (parent: Parents) => {
    parent.children.forEach((child, index) => {
      if (!isElement(child)) return;
      const element = child as Element;
      const below = parent.children.slice(index + 1) as ElementContent[];
      const isRule =
        isElement(element, 'hr') && below.every((each) => isEmpty(each) || isElement(each, 'ol'));
      if (isNameOfNotes(element) || isRule) {
        const list = readList(parent, below);
        if (list !== undefined) found = list;
      } else go(element);
    });
  };
  go(tree);
  return found;
}

function readList(parent: Parents, below: readonly ElementContent[]): NoteList | undefined {
  const end = below.findIndex((node) =>
    isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'note-text', 'hr'),
  );
  const nodes = (end < 0 ? below : below.slice(0, end)).filter((node) => !isEmpty(node));
  const lines = nodes.flatMap(linesIn);
  if (lines.length === 0) return undefined;
  const take = () => {
    for (const node of nodes) replaceIn(parent, node, []);
  };
  return { items: numberItems(lines), take };
}

/** Each line of a paragraph is an item, each item of a list, and each paragraph. */
function linesIn(node: ElementContent): ElementContent[][] {
  if (isElement(node, 'ol', 'ul', 'div', 'section'))
    return node.children
      .filter((child) => !isEmpty(child))
      .flatMap((child) => (isElement(child, 'li') ? [child.children] : linesIn(child)));
  if (!isElement(node, 'p')) return [[node]];
  const lines: ElementContent[][] = [[]];
  for (const child of node.children) {
    if (isElement(child, 'br')) lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.filter((line) => line.some((each) => !isEmpty(each)));
}

const itsNumber = /^\s*(?:[[(](\d{1,3})[\])]|(\d{1,3})[.):]?(?=\s|\p{L}|[“"‘']))\s*/u;

/** The number that words begin with, and the signs around it. */
function readNumber(nodes: readonly ElementContent[]) {
  const match = itsNumber.exec(nodes.map(textOf).join(''));
  if (match === null) return undefined;
  return { value: Number(match[1] ?? match[2]), signs: match[0].replace(/[\d\s]/g, '') };
}

/** Where items have their numbers, one without belongs to the one before it, and a number may be left out. */
function numberItems(lines: readonly ElementContent[][]): Item[] {
  const numbers = lines.map(readNumber);
  const [first] = numbers;
  if (first?.value !== 1) return lines.map((nodes, index) => tidy({ number: index + 1, nodes }));
  const items: Item[] = [];
  lines.forEach((nodes, index) => {
    const own = numbers[index];
    const last = items.at(-1)?.number ?? 0;
    const isNext = own?.value === last + 1;
    // Words may begin with a number, too: one that leaves some out looks like all others, or is counted on from.
    const isLater =
      own !== undefined &&
      own.value > last &&
      own.signs === first.signs &&
      (own.signs !== '' || numbers[index + 1]?.value === own.value + 1) &&
      !numbers.slice(index + 1).some((each) => each?.value === last + 1);
    if (own !== undefined && (isNext || isLater))
      items.push({ number: own.value, nodes: withoutNumber(nodes) });
    else items.at(-1)?.nodes.push(...inParagraph(nodes));
  });
  return items.map(tidy);
}

function inParagraph(nodes: ElementContent[]): ElementContent[] {
  return nodes.some(isBlock)
    ? nodes
    : [{ type: 'element', tagName: 'p', properties: {}, children: nodes }];
}

function tidy({ number, nodes }: Item): Item {
  const [first] = nodes;
  if (first?.type === 'text') first.value = first.value.trimStart();
  trimEnd(nodes);
  return { number, nodes };
}

function withoutNumber(nodes: ElementContent[]): ElementContent[] {
  let rest = itsNumber.exec(nodes.map(textOf).join(''))?.[0].length ?? 0;
  const cut = (list: ElementContent[]) => {
    for (const node of list) {
      if (rest === 0) return;
      if (node.type === 'text') {
        const length = Math.min(rest, node.value.length);
        node.value = node.value.slice(length);
        rest -= length;
      } else if (node.type === 'element') cut(node.children);
    }
  };
  cut(nodes);
  return nodes.filter(
    (node) => !(node.type === 'element' && isEmpty(node)) || isElement(node, 'br'),
  );
}
