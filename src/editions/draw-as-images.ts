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
    const bytes = Buffer.from(asFile(node)).toString('base64');
    parent.children[index] = h('img', {
      src: `data:image/svg+xml;base64,${bytes}`,
      alt: descriptionOf(node),
    });
    return SKIP;
  });
  return toHtml(tree);
}

/** One without words is decoration, as a picture is. */
function descriptionOf({ properties, children }: Element): string {
  const title = children.find((child) => child.type === 'element' && child.tagName === 'title');
  return String(properties['ariaLabel'] ?? (title === undefined ? '' : textOf(title)));
}

/** As XML. */
function asFile(svg: Element): string {
  const drawing = {
    ...svg,
    properties: { xmlns: 'http://www.w3.org/2000/svg', ...svg.properties },
  };
  return toHtml(drawing, {
    space: 'svg',
    closeEmptyElements: true,
    collapseEmptyAttributes: false,
  });
}
