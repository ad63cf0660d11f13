/** The words of the site behind those of a note; no other rendering has them, and they stand in one element. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { fragmentLink } from '../citations/anchors.ts';
import type { NumberedNote } from '../citations/notes.ts';
import type { LangAttributes } from '../i18n/lang-attributes.ts';
import type { Messages } from '../i18n/load-messages.ts';

/**
 * The copies of its sources in an archive, and the ways back to the text. `item` is the note without them; `foreign`
 * says the language of `words` there.
 */
export function afterNote(
  { uses }: Pick<NumberedNote, 'uses'>,
  item: Element,
  words: Messages,
  foreign: LangAttributes,
): Element {
  const links = [...archivedCopies(item, words), ...backLinks(uses, words)];
  return h('span', { className: ['back-links'], ...foreign }, links);
}

/** Puts the full stop or comma behind an address into one box with it, so that it stands at its end however long that is. */
export function boxAddresses(item: Element): void {
  visit(item, 'element', (node, index, parent) => {
    const { className } = node.properties;
    if (node.tagName !== 'a' || !Array.isArray(className) || !className.includes('address'))
      return undefined;
    if (index === undefined || parent === undefined) return undefined;
    const next = parent.children[index + 1];
    const sign = next?.type === 'text' ? (/^[.,;:)\]]+/.exec(next.value)?.[0] ?? '') : '';
    if (next?.type === 'text') next.value = next.value.slice(sign.length);
    const words: ElementContent[] = sign === '' ? [] : [{ type: 'text', value: sign }];
    parent.children[index] = h('span', { className: ['address'] }, [node, ...words]);
    return SKIP;
  });
}

/** Each is named by its source, too (WCAG 2.4.9). */
function archivedCopies(item: Element, words: Messages): ElementContent[] {
  const copies = new Map<unknown, string>();
  visit(item, 'element', (node) => {
    const copy = node.properties['dataVersionurl'];
    if (copy !== undefined && !copies.has(copy)) copies.set(copy, textOf(node));
  });
  return [...copies].flatMap(([copy, source]): ElementContent[] => {
    const ariaLabel = words.archivedCopy + words.colon + source;
    const properties = { className: ['archived'], href: String(copy), ariaLabel };
    return [{ type: 'text', value: ' ' }, h('a', properties, words.archivedCopy)];
  });
}

/** One use: an arrow. Several: an arrow and a letter for each, as in printed apparatus. */
function backLinks(uses: NumberedNote['uses'], words: Messages): ElementContent[] {
  // U+FE0E asks for the arrow as text: some systems draw it as a coloured picture.
  const arrow = '↩\u{FE0E}';
  const noBreak = '\u{A0}';
  const several = uses.length > 1;
  const links = uses.flatMap(({ anchor, paragraph }, index): ElementContent[] => {
    const letter = words.letter(index);
    const use = several ? letter : undefined;
    const properties = {
      href: fragmentLink(anchor),
      role: 'doc-backlink',
      ariaLabel: words.backToText({ use, paragraph }),
    };
    return [{ type: 'text', value: noBreak }, h('a', properties, several ? letter : arrow)];
  });
  return several ? [h('span', { ariaHidden: 'true' }, noBreak + arrow), ...links] : links;
}
