/** Drawings in the text of a page, such as a chart that a component draws, as pictures: what every edition can show. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Input: `<svg viewBox="0 0 4 1" aria-label="Ships."><rect …></rect></svg>`
 * Output: `<img src="data:image/svg+xml;base64,…" alt="Ships.">`
 */
export function drawAsImages(html: string): string {
  if (!html.includes('<svg')) return html;
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'svg' || index === undefined || parent === undefined) return undefined;
    const alt = descriptionOf(node);
    if (alt === '') {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const bytes = Buffer.from(asFile(node)).toString('base64');
    parent.children[index] = h('img', { src: `data:image/svg+xml;base64,${bytes}`, alt });
    return SKIP;
  });
  return toHtml(tree);
}

/** One without words is decoration, as a picture is, or a store of parts that no picture can be made of. */
function descriptionOf({ properties, children }: Element): string {
  const title = children.find((child) => child.type === 'element' && child.tagName === 'title');
  return String(properties['ariaLabel'] ?? (title === undefined ? '' : textOf(title)));
}

/** As XML, in which every prefix is declared. */
function asFile(svg: Element): string {
  const write = (names: Element['properties']) =>
    toHtml(
      { ...svg, properties: { ...names, ...svg.properties } },
      { space: 'svg', closeEmptyElements: true, collapseEmptyAttributes: false },
    );
  const names = { xmlns: 'http://www.w3.org/2000/svg' };
  const text = write(names);
  return text.includes(' xlink:')
    ? write({ ...names, xmlnsXLink: 'http://www.w3.org/1999/xlink' })
    : text;
}
