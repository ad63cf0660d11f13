/**
 * Notes that nothing leads to: a list called “Notes”, and numbers in the text, raised or not. Digits without any markup
 * count only where a list is there and their sequence fits it.
 */
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { excerpt, noteText, type Remark } from './document.ts';
import { removeListNames } from './note-content.ts';
import { findList, type Item, type NoteList } from './note-list.ts';
import { findMarkers } from './note-numbers.ts';

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
