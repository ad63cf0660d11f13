import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import readingTime from 'reading-time';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { fragmentLink } from '../citations/anchors.ts';
import type { EssayRecord, Note } from '../citations/essay-record.ts';
import { type ForeignWords, foreignWords } from '../citations/foreign-words.ts';
import type { NumberedNote } from '../citations/notes.ts';
import { essayLanguage } from './file-data.ts';

interface Options {
  /** Language of the words the site adds, BCP 47; the citation style's is taken to be the same. */
  readonly lang: string;
}

/**
 * Gives GFM's markers and notes their lasting anchors, their roles (DPUB-ARIA 1.1) and their names, and
 * hands the notes on as the essay's record.
 *
 * Input: `<sup><a href="#fn-2" data-footnote-ref>2</a></sup>`, `<li id="fn-2">…`
 * Output: `<sup><a href="#fn-roblin2018" id="fnref-roblin2018" role="doc-noteref">2</a></sup>`,
 * `<li id="fn-roblin2018"><div id="fn-2"><div>… <a href="#fnref-roblin2018" role="doc-backlink">↩</a>…`
 *
 * A note has two boxes, so that its text can be shown elsewhere while its place in the list is kept.
 */
export const rehypeNotes: Plugin<[Options], Root> =
  ({ lang }) =>
  (tree, file) => {
    const notes = file.data.notes ?? [];
    const headings = [...(file.data.headings ?? [])];
    const words = countWords(tree);
    const markdown = file.data.markdown ?? '';
    const section = tree.children.find(isNotesSection);
    const items = section === undefined ? [] : noteItems(section);
    const foreign = foreignWords(lang, essayLanguage(file) ?? lang);
    const withTexts = notes.map((note, index) => finishNote(note, items[index], foreign));
    finishMarkers(tree, notes, foreign);
    if (section !== undefined) finishSection(section, foreign);
    file.data.astro ??= {};
    file.data.astro.frontmatter = {
      ...file.data.astro.frontmatter,
      record: { notes: withTexts, headings, words, markdown } satisfies EssayRecord,
    };
  };

/** Markers count as the words they stand on; the notes are not part of the text. */
function countWords({ children }: Root): number {
  const text = children.filter((node) => !isNotesSection(node)).map((node) => textOf(node));
  return readingTime(text.join('\n')).words;
}

function isNotesSection(node: Root['children'][number]): node is Element {
  return node.type === 'element' && 'dataFootnotes' in node.properties;
}

function noteItems(section: Element): Element[] {
  const list = section.children.find((node) => isElement(node, 'ol'));
  return list === undefined ? [] : list.children.filter((node) => isElement(node, 'li'));
}

function finishSection(section: Element, foreign: ForeignWords): void {
  section.properties = { role: 'doc-endnotes', ariaLabelledBy: ['notes'], className: ['notes'] };
  const heading = section.children.find((node) => isElement(node, 'h2'));
  if (heading !== undefined) heading.properties = { id: 'notes', ...foreign };
}

/** Takes GFM's back-links out, reads the text, and puts in back-links of our own and the alias. */
function finishNote(note: NumberedNote, item: Element | undefined, foreign: ForeignWords): Note {
  if (item === undefined) return { ...note, text: '' };
  visit(item, 'element', (node, index, parent) => {
    if (!('dataFootnoteBackref' in node.properties) || index === undefined) return undefined;
    parent?.children.splice(index, 1);
    return [SKIP, index];
  });
  const text = textOf(item).replace(/\s+/g, ' ').trim();
  item.properties = { id: note.anchor };
  const last = item.children.findLast((node) => node.type === 'element');
  const tail = last?.type === 'element' && last.tagName === 'p' ? last : item;
  trimEnd(tail);
  tail.children.push(backLinks(note, foreign));
  const words = note.kind === 'citation' ? foreign : {};
  item.children = [h('div', { id: note.alias }, h('div', { ...words }, item.children))];
  return { ...note, text };
}

/** One use: an arrow. Several: an arrow and a letter for each, as in printed apparatus. */
function backLinks({ number, uses }: NumberedNote, foreign: ForeignWords): Element {
  // U+FE0E asks for the arrow as text: some systems draw it as a coloured picture.
  const arrow = '↩\u{FE0E}';
  const noBreak = '\u{A0}';
  const several = uses.length > 1;
  const links = uses.flatMap(({ anchor, paragraph }, index): ElementContent[] => {
    const letter = letterFor(index);
    const use = several ? `, use ${letter}` : '';
    const where = paragraph === undefined ? '' : `, paragraph ${paragraph}`;
    const properties = {
      href: fragmentLink(anchor),
      role: 'doc-backlink',
      ariaLabel: `Back to note ${number} in the text${use}${where}`,
    };
    return [{ type: 'text', value: noBreak }, h('a', properties, several ? letter : arrow)];
  });
  const lead: ElementContent[] = several ? [{ type: 'text', value: noBreak + arrow }] : [];
  return h('span', { className: ['back-links'], ...foreign }, [...lead, ...links]);
}

/** a to z, then aa, ab and so on. */
function letterFor(index: number): string {
  const before = index < 26 ? '' : letterFor(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(97 + (index % 26));
}

function finishMarkers(tree: Root, notes: readonly NumberedNote[], foreign: ForeignWords): void {
  const used = new Map<number, number>();
  let isBehindMarker = false;
  visit(tree, (node) => {
    if (node.type === 'text') isBehindMarker = false;
    const link = node.type === 'element' && node.tagName === 'sup' ? node.children[0] : undefined;
    if (link?.type !== 'element' || !('dataFootnoteRef' in link.properties)) return undefined;
    const note = notes[Number(textOf(link)) - 1];
    if (note === undefined) return undefined;
    const use = used.get(note.number) ?? 0;
    used.set(note.number, use + 1);
    link.properties = {
      href: fragmentLink(note.anchor),
      id: note.uses[use]?.anchor,
      role: 'doc-noteref',
      ariaLabel: `Note ${note.number}`,
      ...foreign,
    };
    // Focusable by touch, not by Tab: where nothing can hover, the first tap shows the note.
    if (node.type === 'element') node.properties['tabIndex'] = -1;
    // Two markers with nothing between them would read as one number: "1, 2", not "12".
    if (isBehindMarker && node.type === 'element')
      node.children.unshift({ type: 'text', value: ', ' });
    isBehindMarker = true;
    return SKIP;
  });
}

function trimEnd(element: Element): void {
  for (let last = element.children.at(-1); last?.type === 'text'; last = element.children.at(-1)) {
    last.value = last.value.trimEnd();
    if (last.value !== '') return;
    element.children.pop();
  }
}

function isElement(node: Parents['children'][number], name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}
