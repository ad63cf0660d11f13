/** A built page as a tree, and what a reader would see of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';

export interface BuiltPage {
  readonly html: string;
  readonly tree: Root;
  all(selector: string): Element[];
  /** The text of every match, with white space folded. */
  texts(selector: string): string[];
  /** An attribute of every match. */
  attributes(selector: string, name: string): unknown[];
}

/** Reads `path` (from the top of the site) of the site built at `root`. */
export async function readPage(root: string, path: string): Promise<BuiltPage> {
  const html = await readFile(join(root, 'dist', path), 'utf8');
  const tree = fromHtml(html);
  const all = (selector: string) => selectAll(selector, tree);
  return {
    html,
    tree,
    all,
    texts: (selector) => all(selector).map((node) => fold(textOf(node))),
    attributes: (selector, name) => all(selector).map((node) => node.properties[name]),
  };
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The notes of an essay's page as text, without their back-links. */
export function noteTexts(page: BuiltPage): string[] {
  return page.all('[role="doc-endnotes"] > ol > li').map((item) => {
    const whole = fold(textOf(item));
    const links = selectAll('.back-links', item).map((node) => fold(textOf(node)));
    return links.reduce((text, link) => text.slice(0, text.lastIndexOf(link)).trim(), whole);
  });
}
