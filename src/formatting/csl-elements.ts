/** The elements of a CSL style as a tree. */
import type { Element, Root } from 'xast';

/** What all other elements of a document stand in. */
export function rootElement(root: Root): Element | undefined {
  return root.children.find((node): node is Element => node.type === 'element');
}

export function childNamed(parent: Element, name: string): Element | undefined {
  return parent.children.flatMap(toElement).find((node) => node.name === name);
}

export function toElement(node: Root['children'][number]): Element[] {
  return node.type === 'element' ? [node] : [];
}

export function isNamed(node: Root['children'][number], ...names: string[]): boolean {
  return node.type === 'element' && names.includes(node.name);
}

export function macrosOf(style: Element): Element[] {
  return style.children.flatMap(toElement).filter(({ name }) => name === 'macro');
}

/** Whether sources that look alike get names or letters more. */
export function addsToTellApart({ attributes }: Element): boolean {
  return ['names', 'givenname', 'year-suffix'].some(
    (what) => attributes[`disambiguate-add-${what}`] === 'true',
  );
}

/** `element` and all elements in it. */
export function elementsIn(element: Element): Element[] {
  return [element, ...element.children.flatMap(toElement).flatMap(elementsIn)];
}
