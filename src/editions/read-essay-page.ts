/** The essay's page, read once for all editions: its text with places for markers, and its notes. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { EssayRecord } from '../essay/essay-record.ts';
import { plainText } from '../essay/plain-text.ts';
import type { EditionDocument } from './document.ts';
import { simplifyFigures } from './simplify-figures.ts';
import { hasClass, isMarker, tidy } from './tidy-page.ts';
import { unlinkTitles } from './unlink-titles.ts';

export interface EssayBody {
  /** `<span class="marker" data-note="fn-kim2019">` stands where a marker does. */
  readonly text: Root;
  /** What each note says, without anchors and back-links, in the order of their numbers. */
  readonly notes: readonly { readonly anchor: string; readonly content: ElementContent[] }[];
  /** The list of sources with its headings; empty when the page has none. */
  readonly sources: readonly ElementContent[];
  /** The same for the PDF, which may have one of its own. */
  readonly references: readonly ElementContent[];
}

/**
 * Reads the text and the notes out of the page's HTML. Fails when they are not those of the record: then
 * the page has changed its form, and no edition may be made from it. Links to other pages become words where it is not
 * known where the page is published.
 */
export function readEssayPage(document: EditionDocument): EssayBody {
  const { record } = document;
  const article = fromHtml(document.html, { fragment: true });
  const text = proseOf(article);
  const sources = takeSources(article);
  const references = takeSources(fromHtml(document.references, { fragment: true }));
  const items = takeNotes(text);
  const notes = record.notes.map(({ anchor }, index) => {
    return {
      anchor,
      content: items[index]?.properties['id'] === anchor ? items[index].children : [],
    };
  });
  markMarkers(text);
  simplifyFigures(text);
  const anchors = new Set(notes.map(({ anchor }) => anchor));
  for (const item of [...items, ...sources, ...references]) unlinkTitles(item);
  for (const tree of [text, ...items, ...sources, ...references])
    tidy(tree, text, anchors, document);
  compare(text, items, record);
  return { text, notes, sources, references: document.references === '' ? sources : references };
}

const bibliographyRole = 'doc-bibliography';

/** Whether a page ends with a list of what the essay cites. */
export function listsSources(html: string): boolean {
  return html.includes(`role="${bibliographyRole}"`);
}

/** The record's anchors of all markers in the text, in order. */
export function markersOf(text: Root): string[] {
  const anchors: string[] = [];
  visit(text, 'element', (node) => {
    if (isMarker(node)) anchors.push(String(node.properties['dataNote']));
  });
  return anchors;
}

/** The author's text and notes, behind an image above them; what else an article shows has been made from the record. */
function proseOf(article: Root): Root {
  const prose = article.children.find((node) => node.type === 'element' && hasClass(node, 'prose'));
  if (prose?.type !== 'element') throw new Error('The page shows no text of an essay.');
  const lead = article.children.filter((node) => node.type === 'element' && hasClass(node, 'lead'));
  return { type: 'root', children: [...lead, ...prose.children] };
}

/** Its headings, and each source as a paragraph. */
function takeSources(article: Root): Element[] {
  const found: Element[] = [];
  visit(article, 'element', (node) => {
    if (node.properties['role'] !== bibliographyRole) return undefined;
    visit(node, 'element', (child) => {
      if (/^h\d$/.test(child.tagName)) found.push({ ...child, properties: {} });
      if (child.tagName === 'p') found.push(h('div', { className: ['source'] }, child));
    });
    return EXIT;
  });
  return found;
}

function takeNotes(tree: Root): Element[] {
  const items: Element[] = [];
  visit(tree, 'element', (node, index, parent) => {
    if (node.properties['role'] !== 'doc-endnotes' || index === undefined) return undefined;
    visit(node, 'element', (child) => {
      if (child.tagName !== 'li' || !String(child.properties['id']).startsWith('fn-'))
        return undefined;
      child.children = wordsOf(child);
      items.push(child);
      return SKIP;
    });
    parent?.children.splice(index, 1);
    return [SKIP, index];
  });
  return items;
}

/** What stands in the box of a note; words of another language keep it, paragraph by paragraph. */
function wordsOf(item: Element): ElementContent[] {
  const box = item.children.find((child) => child.type === 'element');
  const blocks = box?.tagName === 'section' ? box.children : item.children;
  const { lang, dir } = box?.properties ?? {};
  if (lang === undefined) return blocks;
  return blocks.map((child) =>
    child.type === 'element'
      ? { ...child, children: [h('span', { lang, dir }, child.children)] }
      : child,
  );
}

/** `<sup>, <a role="doc-noteref" href="#fn-kim2019">3</a></sup>` becomes a place, and the comma stays raised. */
function markMarkers(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'sup' || index === undefined || parent === undefined) return undefined;
    const link = node.children.find(
      (child) => child.type === 'element' && child.properties['role'] === 'doc-noteref',
    );
    if (link?.type !== 'element') return undefined;
    const note = decodeURIComponent(String(link.properties['href']).slice(1));
    const isBehindMarker = textOf(node).startsWith(',');
    const marker = h('span', { className: ['marker'], dataNote: note });
    const nodes = isBehindMarker ? [h('sup', ','), marker] : [marker];
    parent.children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}

function compare(text: Root, items: readonly Element[], { notes }: EssayRecord): void {
  const fold = (value: string) => value.replace(/\s+/g, ' ').trim();
  const anchors = notes.flatMap(({ anchor, uses }) => uses.map(() => anchor)).toSorted();
  const isSame =
    anchors.join() === markersOf(text).toSorted().join() &&
    items.length === notes.length &&
    notes.every(({ text: words }, index) => {
      const item = items[index];
      return item !== undefined && plainText(item) === fold(words);
    });
  if (!isSame) throw new Error('The notes of the page are not those of its record.');
}
