/** What a reader of each edition has before them, taken from the file itself. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOfHtml } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

export interface ReadEdition {
  /** Without markers. */
  readonly paragraphs: readonly string[];
  /** The number of every marker, in order. */
  readonly markers: readonly number[];
  readonly notes: readonly ReadNote[];
}

export interface ReadNote {
  readonly number: number;
  readonly text: string;
  readonly links: readonly string[];
}

/** Files of an archive, as text, by name. */
export async function readArchive(file: string): Promise<(name: string) => string> {
  const files = unzipSync(new Uint8Array(await readFile(file)));
  return (name) => strFromU8(files[name] ?? new Uint8Array());
}

export async function readEpub(file: string): Promise<ReadEdition> {
  const tree = fromHtml((await readArchive(file))('EPUB/text/ch001.xhtml'));
  const refs = selectAll('a[role="doc-noteref"]', tree);
  const numbers = refs.map((ref) => Number(String(ref.properties['href']).replace('#fn', '')));
  for (const link of [...refs, ...selectAll('.back-links, .note-number', tree)]) link.children = [];
  const own = selectAll('section > section', tree).flatMap((section) => selectAll('p', section));
  const notes = selectAll('aside[epub\\:type="footnote"]', tree);
  const prose = selectAll('p', tree).filter(
    (p) => ![...own, ...notes.flatMap((note) => selectAll('p', note))].includes(p),
  );
  return {
    paragraphs: prose.map((p) => fold(textOfHtml(p))).filter((text) => !/^\w+ \d{4}$/.test(text)),
    markers: numbers,
    notes: notes.map((note) => ({
      number: Number(String(note.properties['id']).replace('fn', '')),
      text: fold(textOfHtml(note)),
      links: selectAll('a[href^="http"]', note).map((link) => String(link.properties['href'])),
    })),
  };
}

/** Word numbers its footnotes by their places in the text. */
export async function readDocx(file: string): Promise<ReadEdition> {
  const archive = await readArchive(file);
  const addresses = new Map(
    elements(fromXml(archive('word/_rels/footnotes.xml.rels')), 'Relationship').map(
      ({ attributes }) => [attributes['Id'], attributes['Target'] ?? ''],
    ),
  );
  const bodies = new Map(
    elements(fromXml(archive('word/footnotes.xml')), 'w:footnote').map((note) => [
      note.attributes['w:id'],
      note,
    ]),
  );
  const ids: string[] = [];
  const markers: number[] = [];
  const bookmarks = new Map<string, number>();
  let open: string | undefined;
  const body = fromXml(archive('word/document.xml'));
  visit(body, 'element', (node) => {
    if (node.name === 'w:bookmarkStart') open = node.attributes['w:name'] ?? '';
    if (node.name === 'w:bookmarkEnd') open = undefined;
    if (node.name === 'w:footnoteReference') {
      markers.push(ids.push(node.attributes['w:id'] ?? ''));
      if (open !== undefined) bookmarks.set(open, ids.length);
    }
    const target = node.name === 'w:instrText' && /NOTEREF (\w+)/.exec(text(node))?.[1];
    if (target) markers.push(bookmarks.get(target) ?? Number.NaN);
  });
  const all = elements(body, 'w:p');
  // What the editors say comes last.
  const end = all.findIndex((p) => wordText(p) === 'Editorial remarks');
  const paragraphs = all
    .slice(0, end < 0 ? all.length : end)
    .filter((p) =>
      elements(p, 'w:pStyle').some(({ attributes }) =>
        ['FirstParagraph', 'BodyText'].includes(attributes['w:val'] ?? ''),
      ),
    );
  return {
    paragraphs: paragraphs.map(wordText),
    markers,
    notes: ids.map((id, index) => {
      const note = bodies.get(id);
      if (note === undefined) throw new Error(`Footnote ${id} is missing.`);
      const links = elements(note, 'w:hyperlink').map(({ attributes }) => attributes['r:id']);
      return {
        number: index + 1,
        text: wordText(note),
        links: links.map((link) => addresses.get(link) ?? ''),
      };
    }),
  };
}

export async function readJats(file: string): Promise<ReadEdition> {
  const tree = fromXml(await readFile(file, 'utf8'));
  const [body] = elements(tree, 'body');
  if (body === undefined) throw new Error('The article has no body.');
  const refs = elements(body, 'xref').filter(({ attributes }) => attributes['ref-type'] === 'fn');
  const notes = elements(tree, 'fn');
  const numberOf = (id: string | null | undefined) =>
    notes.findIndex(({ attributes }) => attributes['id'] === id) + 1;
  const markers = refs.map(({ attributes }) => numberOf(attributes['rid']));
  for (const node of [...refs, ...notes.flatMap((note) => elements(note, 'label'))])
    node.children = [];
  return {
    paragraphs: elements(body, 'p').map((p) => fold(text(p))),
    markers,
    notes: notes.map((note, index) => ({
      number: index + 1,
      text: fold(text(note)),
      links: elements(note, 'ext-link').map(({ attributes }) => attributes['xlink:href'] ?? ''),
    })),
  };
}

/** All elements of a name, in order. */
export function elements(tree: Root | Element, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.name === name && node !== tree) found.push(node);
  });
  return found;
}

export function text(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(text).join('') : '';
}

export function fold(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** What is read: the text of runs, without what a field shows. */
function wordText(tree: Element): string {
  let words = '';
  let isField = false;
  visit(tree, 'element', (node) => {
    if (node.name === 'w:fldChar') isField = node.attributes['w:fldCharType'] !== 'end';
    if (node.name !== 'w:t') return undefined;
    if (!isField) words += text(node);
    return SKIP;
  });
  return fold(words);
}
