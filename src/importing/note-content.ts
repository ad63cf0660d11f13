/** The words of a note by themselves, and the names of lists of notes. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { isElement, isEmpty, replaceIn, wordsOf } from './hast.ts';
import { namesNotes } from './note-words.ts';

/** What a note says, without the number that stands before it in some lists. */
export function contentOf(container: Element): ElementContent[] {
  const nodes = container.children;
  trimStart(nodes);
  dropSign(nodes);
  trimEnd(nodes);
  return nodes;
}

/** Of “1. Snow.”, the number led back and is gone. */
function dropSign([first]: readonly ElementContent[]): void {
  if (first?.type === 'text') first.value = first.value.replace(/^[.:)\]]\s+/, '');
  else if (first?.type === 'element') dropSign(first.children);
}

function trimStart(nodes: ElementContent[]): void {
  const [first] = nodes;
  if (first === undefined) return;
  if (isEmpty(first) && nodes.length > 1) {
    nodes.shift();
    trimStart(nodes);
  } else if (first.type === 'text') first.value = first.value.trimStart();
  else if (first.type === 'element') trimStart(first.children);
}

export function trimEnd(nodes: ElementContent[]): void {
  const last = nodes.at(-1);
  if (last === undefined) return;
  if (isEmpty(last) && nodes.length > 1) {
    nodes.pop();
    trimEnd(nodes);
  } else if (last.type === 'text') last.value = last.value.trimEnd();
  else if (last.type === 'element') trimEnd(last.children);
}

/** The name of a list that is gone, and the rule above it. */
export function removeListNames(tree: Root): void {
  const go = (parent: Parents) => {
    const names = parent.children.filter((child, index) => {
      if (child.type !== 'element') return false;
      const rest = parent.children.slice(index + 1).find((each) => !isEmpty(each));
      const isName = isNameOfNotes(child);
      const isLast =
        rest === undefined || isElement(rest, 'note-text', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
      return (isName && isLast) || (isElement(child, 'hr') && rest === undefined);
    });
    for (const name of names) replaceIn(parent, name, []);
    for (const child of parent.children) if (child.type === 'element') go(child);
  };
  // The name goes before the rule above it can be last.
  go(tree);
  go(tree);
}

/** A heading, or a short paragraph, that says “Notes” and no more. */
export function isNameOfNotes(node: Element): boolean {
  const isLine = isElement(
    node,
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'div',
    'header',
    'strong',
    'b',
  );
  return isLine && namesNotes(wordsOf(node));
}
