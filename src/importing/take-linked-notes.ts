/**
 * Notes whose markers lead to them: DPUB-ARIA, the footnotes block of WordPress and most of its plug-ins, Substack,
 * Ghost, Google Docs, Pandoc, GFM and Word's own HTML. What they share is a short link to a place further down, most
 * often with a link back.
 */
import type { Element, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { noteMarker, noteText } from './document.ts';
import {
  attribute,
  hasClass,
  isBlock,
  isElement,
  listElements,
  type Placed,
  replaceIn,
  takeOut,
} from './hast.ts';
import { contentOf, removeListNames } from './note-content.ts';
import { idsNear, namedSo, removeBackLinks, targetOf } from './note-links.ts';

/** What stands for a note: a number, a letter or a sign, perhaps in brackets. */
export const noteNumber = /^[\s[({]*(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§¶#]{1,4})[\s\])}.,:]*$/iu;

/**
 * Puts `note-marker` in the place of each marker, and `note-text` at the end for each note. What goes with the links
 * back and says something, as a link to an archived copy.
 */
export function takeLinkedNotes(tree: Root): string[] {
  const elements = listElements(tree);
  const byId = new Map<string, Placed>();
  for (const each of elements)
    for (const id of [
      attribute(each.node, 'id'),
      isElement(each.node, 'a') ? attribute(each.node, 'name') : '',
    ])
      if (id !== '' && !byId.has(id)) byId.set(id, each);
  // Where some say that they are markers, no other link is.
  const isSaid = elements.some(({ node }) => saysMarker(node));
  const markers = elements.flatMap((each) => {
    const target = byId.get(targetOf(each.node) ?? '');
    if (target === undefined || (isSaid && !saysMarker(each.node))) return [];
    return isMarker(each, target) ? [{ ...each, target }] : [];
  });
  const markerNodes = new Set<Element>(markers.map(({ node }) => node));
  const targets = new Set(markers.map(({ target }) => target.node));
  const notes = new Map<Element, { label: string; container: Placed }>();
  for (const { target } of markers) {
    if (notes.has(target.node)) continue;
    const container = containerOf(target, markerNodes, targets, elements);
    if (container === undefined) continue;
    const label = labelFor(
      attribute(target.node, 'id') || attribute(target.node, 'name'),
      notes.size + 1,
    );
    notes.set(target.node, { label, container });
  }
  const backTargets = new Set(markers.flatMap((each) => idsNear(each)));
  const beside: string[] = [];
  const texts = [...notes.values()].map(({ label, container }) => {
    beside.push(...removeBackLinks(container.node, backTargets));
    return noteText(label, contentOf(container.node));
  });
  for (const { node } of elements) {
    const note = notes.get(byId.get(targetOf(node) ?? '')?.node as Element);
    if (note !== undefined && !markerNodes.has(node)) node.properties['dataNote'] = note.label;
  }
  for (const { node, around, target } of markers) {
    const note = notes.get(target.node);
    if (note === undefined) continue;
    const [parent] = around;
    if (parent !== undefined) replaceIn(parent, node, [noteMarker(note.label)]);
  }
  unwrapMarkers(tree);
  for (const { container } of notes.values()) takeOut(container.node, container.around);
  if (notes.size > 0) removeListNames(tree);
  tree.children.push(...texts);
  return beside;
}

function roleOf(node: Element): string {
  return `${attribute(node, 'role')} ${attribute(node, 'epubType')} ${attribute(node, 'epub:type')}`;
}

function saysMarker(node: Element): boolean {
  return isElement(node, 'a') && /\bnoteref\b|\bdoc-noteref\b/.test(roleOf(node));
}

function isMarker({ node, around, order }: Placed, target: Placed): boolean {
  const role = roleOf(node);
  if (/\bdoc-backlink\b|\breferrer\b|\bbacklink\b/.test(role)) return false;
  if (target.order <= order || around.includes(target.node)) return false;
  if (isElement(target.node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return false;
  if (saysMarker(node)) return true;
  if (!noteNumber.test(textOf(node))) return false;
  const isRaised =
    isElement(around[0], 'sup') || node.children.some((each) => isElement(each, 'sup'));
  const names = ['id', 'className', 'href', 'rel'].map((name) => attribute(node, name)).join(' ');
  return isRaised || namedSo.test(names);
}

/** The element that holds all that a note says. */
function containerOf(
  target: Placed,
  markers: ReadonlySet<Element>,
  targets: ReadonlySet<Element>,
  elements: readonly Placed[],
): Placed | undefined {
  const placed = new Map<Parents, Placed>(elements.map((each) => [each.node, each]));
  const chain = [target.node, ...target.around].flatMap((node) => placed.get(node) ?? []);
  const holds = (node: Element, of: ReadonlySet<Element>) => {
    let count = of.has(node) ? 1 : 0;
    visit({ type: 'root', children: node.children }, 'element', (each) => {
      if (of.has(each)) count += 1;
    });
    return count;
  };
  const inner = chain.findIndex(({ node }) => isNote(node) || isBlock(node));
  const first = chain[inner];
  if (first === undefined || holds(first.node, markers) > 0) return undefined;
  if (isNote(first.node)) return first;
  // A note of several paragraphs has a box of its own.
  const boxes = chain.slice(inner + 1);
  const end = boxes.findIndex(
    ({ node }) =>
      !(isElement(node, 'div', 'section', 'li') || isNote(node)) ||
      holds(node, targets) > 1 ||
      holds(node, markers) > 0 ||
      hasHeading(node),
  );
  const own = boxes.slice(0, end < 0 ? boxes.length : end);
  return own.find(({ node }) => isNote(node)) ?? own.at(0) ?? first;
}

function hasHeading(node: Element): boolean {
  let found = false;
  visit({ type: 'root', children: node.children }, 'element', (each) => {
    if (/^h[1-6]$/.test(each.tagName)) found = true;
  });
  return found;
}

function isNote(node: Element): boolean {
  return (
    isElement(node, 'li', 'aside', 'dd') ||
    /\bdoc-(?:foot|end)note\b/.test(attribute(node, 'role')) ||
    (isElement(node, 'div', 'section') && hasClass(node, /(?:^|\s)(?:foot|end)note(?:\s|$)/i))
  );
}

/** A label that an author would know again: one of words; `note-3` for what is but a number. */
function labelFor(id: string, number: number): string {
  const own = /^(?:user-content-)?fn[:-](.*\p{L}.*)$/u.exec(id)?.[1] ?? '';
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(own) && !/^[\da-f-]{20,}$/i.test(own);
  return isPlain ? own : `note-${number}`;
}

/** `<sup>[<note-marker/>]</sup>` is a marker, and so is what stands between two of them. */
function unwrapMarkers(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (!isElement(node, 'sup', 'span', 'a')) return undefined;
    const markers: Element[] = [];
    visit({ type: 'root', children: node.children }, 'element', (each) => {
      if (each.tagName === 'note-marker') markers.push(each);
    });
    if (markers.length > 0 && /^[\s,;.[\]()]*$/.test(textOf(node))) {
      parent.children.splice(index, 1, ...markers);
      return [SKIP, index + markers.length];
    }
    const isBetween =
      isElement(node, 'sup') && /^[\s,;]*$/.test(textOf(node)) && markers.length === 0;
    if (isBetween && isElement(parent.children[index - 1], 'note-marker')) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
}
