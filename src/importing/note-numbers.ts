/** Numbers in the text, raised or not, that fit a list of notes. */
import type { Element, Parents, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { noteMarker } from './document.ts';
import { fitSequence, type NumberInText } from './fit-sequence.ts';
import { isElement, replaceIn, wordsOf } from './hast.ts';
import type { NoteList } from './note-list.ts';

interface MarkerPlace {
  put(label: string): void;
}

interface FoundMarker {
  readonly number: number;
  readonly place: MarkerPlace;
}

/** The first way of writing numbers that fits the list. */
export function findMarkers(tree: Root, list: NoteList): FoundMarker[] {
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
