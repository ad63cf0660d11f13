/**
 * The page that ours is measured against: the plainest whole page that somebody would write of the same essay.
 *
 * It has what a reader of the essay cannot do without: the encoding, the width of a phone, the title, the date,
 * every block of the text, each marker as `<sup><a>`, and the list of notes with a link back for each use. It
 * has no style, script, map, icon or metadata, none of the attributes that ours has for its own ends, and
 * nothing that surrounds the essay: no contents, downloads, remarks, ways to cite or links to other pages.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';

/** Anchors by what they were, short as by hand. */
type Anchors = ReadonlyMap<string, string>;

/** Writes it from the page that was built. Fails when that has no title, no text or no notes. */
export function writeBarePage(built: string): string {
  const tree = fromHtml(built);
  const anchors = nameAnchors(tree);
  const title = need(textOf(find(tree, '.page-title')), 'title');
  const blocks = selectAll('.prose > :not([role="doc-endnotes"])', tree);
  const notes = selectAll('[role="doc-endnotes"] > ol > li', tree);
  if (blocks.length === 0 || notes.length === 0)
    throw new Error('The page has no text or no notes.');
  const body = [
    h('h1', title),
    h('p', textOf(find(tree, '.imprint time'))),
    ...blocks.map((block) => plain(block, anchors)),
    h('h2', 'Notes'),
    h(
      'ol',
      notes.map((note) => plainNote(note, anchors)),
    ),
  ];
  return `<!doctype html>
<html lang="${find(tree, 'html').properties['lang']}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${toHtml(h('title', title))}
</head>
<body>
${body.map((block) => toHtml(block)).join('\n')}
</body>
</html>
`;
}

function nameAnchors(tree: Root): Anchors {
  const named = (selector: string, letter: string) =>
    selectAll(selector, tree).map(
      ({ properties }, index) => [String(properties['id']), `${letter}${index + 1}`] as const,
    );
  const notes = named('[role="doc-endnotes"] > ol > li', 'n');
  return new Map([...notes, ...named('[role="doc-noteref"]', 'r')]);
}

function plainNote(note: Element, anchors: Anchors): Element {
  const paragraphs = selectAll('p', note).map((paragraph) => plain(paragraph, anchors));
  const only = paragraphs.length === 1 ? paragraphs[0]?.children : undefined;
  return h('li', { id: anchors.get(String(note.properties['id'])) }, only ?? paragraphs);
}

/** The element with what its words need: where a link leads, and what a link leads to. */
function plain({ tagName, properties, children }: Element, anchors: Anchors): Element {
  const { id, href, src, alt } = properties;
  const name = anchors.get(String(id));
  const target = anchors.get(decodeURI(String(href).replace(/^#/, '')));
  const address = target === undefined ? href : `#${target}`;
  return {
    type: 'element',
    tagName,
    properties: {
      ...(name !== undefined && { id: name }),
      ...(href !== undefined && { href: address }),
      ...(src !== undefined && { src, alt }),
    },
    children: children.flatMap((child) => plainContent(child, anchors)),
  };
}

function plainContent(node: ElementContent, anchors: Anchors): ElementContent[] {
  if (node.type !== 'element') return [node];
  const classes = node.properties['className'];
  if (Array.isArray(classes) && classes.includes('paragraph-link')) return [];
  const copy = plain(node, anchors);
  return node.tagName === 'span' ? copy.children : [copy];
}

function find(tree: Root, selector: string): Element {
  return need(select(selector, tree), selector);
}

function need<T>(found: T | null | undefined | '', name: string): T {
  if (found === undefined || found === null || found === '')
    throw new Error(`The page has no ${name}.`);
  return found;
}
