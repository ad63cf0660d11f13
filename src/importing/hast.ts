/** Small questions to a tree of HTML that several readers ask. */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Its name is in lower case, as in all of HTML; what is none of some names may still be an element. */
type NamedElement = Element & { tagName: Lowercase<string> };

/** Whether it is an element, of one of `names` if there are any. */
export function isElement(
  node: Nodes | undefined,
  ...names: readonly string[]
): node is NamedElement {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** An attribute as text; classes with spaces between them. Empty when it is not there. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export function hasClass(element: Element, name: RegExp): boolean {
  return name.test(attribute(element, 'className'));
}

/** All of its words, with single spaces. */
export function wordsOf(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

export const blockTags = new Set(
  'address article aside blockquote dd div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul td th tr note-text'.split(
    ' ',
  ),
);

export function isBlock(node: Nodes): boolean {
  return node.type === 'element' && blockTags.has(node.tagName);
}

/** Whether anything in it says something: words, pictures, markers. */
export function isEmpty(node: Nodes): boolean {
  let says = false;
  visit(node, (each) => {
    if (each.type === 'text' && each.value.trim() !== '') says = true;
    if (
      isElement(
        each,
        'img',
        'svg',
        'note-marker',
        'source-citation',
        'written-citation',
        'note-reference',
        'video',
        'iframe',
        'math',
      )
    )
      says = true;
  });
  return !says;
}

/** Every element with those around it, innermost first, in the order of the text. */
export interface Placed {
  readonly node: Element;
  readonly around: readonly Parents[];
  readonly order: number;
}

export function listElements(tree: Root): Placed[] {
  const found: Placed[] = [];
  const go = (parent: Parents, around: readonly Parents[]) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push({ node: child, around, order: found.length });
      go(child, [child, ...around]);
    }
  };
  go(tree, [tree]);
  return found;
}

export function replaceIn(parent: Parents, node: Nodes, nodes: readonly ElementContent[]): void {
  const children: Nodes[] = parent.children;
  const index = children.indexOf(node);
  if (index >= 0) children.splice(index, 1, ...nodes);
}

/** Takes `node` out, and with it what was around it and says nothing any more. */
export function takeOut(node: ElementContent, around: readonly Parents[]): void {
  const [parent, ...outer] = around;
  if (parent === undefined) return;
  replaceIn(parent, node, []);
  if (parent.type === 'element' && parent.tagName !== 'body' && isEmpty(parent))
    takeOut(parent, outer);
}

/** What is cited by data in a note. */
export function citationsIn(content: ElementContent[]): Placed[] {
  return listElements({ type: 'root', children: content }).filter(
    ({ node }) => node.tagName === 'source-citation',
  );
}
