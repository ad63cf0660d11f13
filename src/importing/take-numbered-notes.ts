/**
 * Notes that nothing leads to: a list called “Notes”, and numbers in the text, raised or not. Digits without any markup
 * count only where a list is there and their sequence fits it.
 */
import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { excerpt, noteMarker, noteText, type Remark } from './document.ts';
import { fitSequence, type NumberInText } from './fit-sequence.ts';
import { isBlock, isElement, isEmpty, replaceIn, wordsOf } from './hast.ts';
import { isNameOfNotes, removeListNames, trimEnd } from './take-linked-notes.ts';

interface Item {
  /** In the list, or as it says itself. */
  readonly number: number;
  readonly nodes: ElementContent[];
}

interface NoteList {
  readonly items: readonly Item[];
  readonly take: () => void;
}

/** Puts `note-marker` and `note-text` into their places; says what of the list no number leads to. */
export function takeNumberedNotes(tree: Root): Remark[] {
  const list = findList(tree);
  if (list === undefined) return [];
  const markers = findMarkers(tree, list);
  const last = Math.max(0, ...markers.map(({ number }) => number));
  if (last === 0) return [unledRemark(list)];
  const used = new Set(markers.map(({ number }) => number));
  list.take();
  removeListNames(tree);
  markers.toReversed().forEach(({ place, number }) => {
    place.put(`note-${number}`);
  });
  const texts = list.items.flatMap(({ nodes, number }) =>
    used.has(number) ? [noteText(`note-${number}`, nodes)] : [],
  );
  const left = list.items.filter(({ number }) => !used.has(number));
  tree.children.push(...texts, ...left.map(leftover));
  return left.map(({ nodes }): Remark => {
    const words = excerpt(nodes.map(textOf).join(''), 100);
    return {
      kind: 'not-understood',
      message: `No number in the text leads to this line of the notes; it stands at the end of the essay as a remark: “${words}”.`,
    };
  });
}

/** What no number leads to is kept as a remark, which is printed nowhere. */
function leftover({ nodes }: Item): Element {
  return { type: 'element', tagName: 'hidden-remark', properties: {}, children: nodes };
}

function unledRemark({ items }: NoteList): Remark {
  return {
    kind: 'not-understood',
    message: `There is a list of ${items.length} notes, but no numbers in the text that fit it; it stays as it is.`,
  };
}

/** The list below the last name of one; or the last list of all below a rule. */
function findList(tree: Root): NoteList | undefined {
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

interface MarkerPlace {
  put(label: string): void;
}

interface FoundMarker {
  readonly number: number;
  readonly place: MarkerPlace;
}

/** The first way of writing numbers that fits the list. */
function findMarkers(tree: Root, list: NoteList): FoundMarker[] {
  const inList = new Set<unknown>(list.items.flatMap(({ nodes }) => nodes));
  const isOutside = (node: unknown, parents: readonly unknown[]) =>
    !inList.has(node) && !parents.some((each) => inList.has(each));
  for (const candidates of [
    raised(tree, isOutside),
    ...['superscript', 'bracketed', 'bare'].map((style) => inText(tree, isOutside, style as Style)),
  ]) {
    const fitting = fitSequence(
      candidates,
      list.items.map(({ number }) => number),
    );
    if (fitting.length > 0) return fitting;
  }
  return [];
}

type Candidate = FoundMarker & NumberInText;
type IsOutside = (node: unknown, parents: readonly unknown[]) => boolean;

/** `<sup>3</sup>`, `<sup>[3]</sup>`, `<sup>1, 2</sup>`. */
function raised(tree: Root, isOutside: IsOutside): Candidate[] {
  const found: Candidate[] = [];
  visitParents(tree, 'element', (node, parents) => {
    if (node.tagName !== 'sup' || !isOutside(node, parents)) return;
    const words = wordsOf(node);
    if (!/^[\s[(]*\d{1,3}[\])]*(?:\s*[,;]\s*[[(]*\d{1,3}[\])]*)*\s*$/.test(words)) return;
    const parent = parents.at(-1);
    const labels: string[] = [];
    const numbers = words.match(/\d+/g) ?? [];
    const before = textBefore(node, parent);
    numbers.forEach((number) => {
      found.push({
        number: Number(number),
        strength: isExponent(before) ? 'weak' : 'strong',
        place: {
          // From the last to the first: all of them stand in the place of the one element.
          put: (label) => {
            labels.unshift(label);
            if (labels.length < numbers.length || parent === undefined) return;
            replaceIn(parent as Parents, node, labels.map(noteMarker));
          },
        },
      });
    });
  });
  return found;
}

function textBefore(node: Element, parent: Parents | undefined): string {
  const index = parent?.children.indexOf(node) ?? 0;
  const before = parent?.children[index - 1];
  return before === undefined ? '' : textOf(before as Element).slice(-12);
}

type Style = 'superscript' | 'bracketed' | 'bare';

const patterns: Readonly<Record<Style, RegExp>> = {
  superscript: /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/g,
  bracketed: /\s?\[(\d{1,3})\]/g,
  bare: /(?<=[\p{P}\p{L}])(\d{1,3})(?=[\s\p{Pf}\p{Pe}]|$)/gu,
};

function inText(tree: Root, isOutside: IsOutside, style: Style): Candidate[] {
  const found: Candidate[] = [];
  visitParents(tree, 'text', (node, parents) => {
    if (!isOutside(node, parents)) return;
    if (
      parents.some((each) =>
        isElement(each, 'a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'note-text'),
      )
    )
      return;
    const parent = parents.at(-1);
    const { value } = node;
    for (const match of value.matchAll(patterns[style])) {
      const number = digits(match[1] ?? match[0]);
      const before = value.slice(0, match.index);
      found.push({
        number,
        strength: strengthOf(style, before, value.slice(match.index + match[0].length)),
        place: {
          put: (label) => split(parent as Parents, node, match.index, match[0].length, label),
        },
      });
    }
  });
  return found;
}

/** Behind a figure, a variable or a unit a raised number is an exponent as a rule: 10², x², 25 km². */
function isExponent(before: string): boolean {
  return /(?:\d|(?<!\p{L})(?:\p{L}|[kcdmµμn]m|cc|ft|ha|in|mc|mi|sec|yd))$/u.test(before);
}

/**
 * Behind the stop of a sentence a number is hardly anything else; `84.1` may be a fraction unless a sentence begins
 * behind it, and `G8` a name.
 */
function strengthOf(style: Style, before: string, after: string): NumberInText['strength'] {
  if (style === 'bracketed') return 'strong';
  if (style === 'superscript') return isExponent(before) ? 'weak' : 'strong';
  if (/\d[.,:]$/.test(before))
    return /^(?:\s+[“"‘'(]?\p{Lu}|\s*$)/u.test(after) ? 'likely' : 'weak';
  return /[.,;:!?…”’"')\]»]$/u.test(before) ? 'strong' : 'weak';
}

function digits(text: string): number {
  return Number(
    [...text].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).every((at) => at < 0)
      ? text
      : [...text].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).join(''),
  );
}

/** From the last to the first of a text, so that the places before stay true. */
function split(parent: Parents, text: Text, at: number, length: number, label: string): void {
  const rest: Text = { type: 'text', value: text.value.slice(at + length) };
  text.value = text.value.slice(0, at);
  replaceIn(parent, text, [text, noteMarker(label), ...(rest.value === '' ? [] : [rest])]);
}
