/** Notes that stand where their markers do: Modern Footnotes for WordPress, side notes, and notes of shortcodes. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { noteMarker, noteText } from './document.ts';
import { hasClass, isElement } from './hast.ts';

/** Puts `note-marker` where such a note stands, and `note-text` at the end. */
export function takeInlineNotes(tree: Root): void {
  const texts: Element[] = [];
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || parent === undefined || !isInlineNote(node)) return undefined;
    const label = `inline-${texts.length + 1}`;
    texts.push(noteText(label, node.children));
    const before = parent.children.slice(0, index);
    const signs = before.length - before.findLastIndex((each) => !isSign(each)) - 1;
    parent.children.splice(index - signs, signs + 1, noteMarker(label));
    return [SKIP, index - signs + 1];
  });
  tree.children.push(...texts);
}

function isInlineNote(node: Element): boolean {
  return (
    isElement(node, 'note-inline') ||
    hasClass(node, /(?:^|\s)(?:modern-footnotes-footnote__note|sidenote|marginnote)(?:\s|$)/)
  );
}

/** The number or the switch before it, which says nothing. */
function isSign(node: Root['children'][number]): boolean {
  return (
    isElement(node, 'input') ||
    (isElement(node, 'sup', 'label') &&
      hasClass(node as Element, /modern-footnotes-footnote|margin-toggle/))
  );
}

/** Shortcodes of WordPress' plug-ins for notes, in the text of a post, as elements. */
export function markShortcodes(html: string): string {
  return (
    html
      .replace(
        /\s*\[(efn_note|mfn|footnote|footnotes|note|ref)(?:\s[^\]]*)?\]([\s\S]*?)\[\/\1\]/g,
        (_, _name, text: string) => `<note-inline>${text.trim()}</note-inline>`,
      )
      // Footnotes Made Easy asks for a space before its parentheses.
      .replace(
        /\s\(\(([\s\S]*?[^\s)])\)\)/g,
        (_, text: string) => `<note-inline>${text.trim()}</note-inline>`,
      )
  );
}
