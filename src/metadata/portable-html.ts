/** The text of an essay as HTML that can stand on a page of somebody else, beside other essays. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import type { Essay } from '../essay/essay.ts';
import { linkedUrl } from './absolute-url.ts';

/**
 * Makes every address absolute and every id unlike those of all other essays. `url` is where the essay is.
 *
 * Input: `<a href="#fn-kim2019" id="fnref-kim2019">` and `<img src="map.svg">`
 * Output: `<a href="https://…/essay/#fn-kim2019" id="essay--fnref-kim2019">` and `<img src="https://…/essay/map.svg">`
 */
export function toPortableHtml(
  html: string,
  { path, slug }: Pick<Essay, 'path' | 'slug'>,
  url: string,
): string {
  const tree: Root = fromHtml(html, { fragment: true });
  const own = (id: string) => `${slug}--${id}`;
  visit(tree, 'element', ({ properties }) => {
    for (const attribute of ['href', 'src', 'poster'] as const) {
      const address = properties[attribute];
      if (typeof address === 'string')
        properties[attribute] = linkedUrl(address, path, url) ?? address;
    }
    if (typeof properties['id'] === 'string') properties['id'] = own(properties['id']);
    for (const attribute of ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor'] as const) {
      const ids = properties[attribute];
      if (Array.isArray(ids)) properties[attribute] = ids.map((id) => own(String(id)));
    }
  });
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined) return undefined;
    // Of the files of a picture, one is enough for readers of feeds; where an address may break, is the page's affair,
    // and so are links that have no words.
    const isOfPage =
      ['script', 'style', 'source', 'wbr'].includes(node.tagName) || isCounterpart(node);
    if (!isOfPage) {
      // A link that only a pointer finds, beside another to the same place, is one like any other there.
      const { ariaHidden: _, tabIndex: __, ...others } = node.properties;
      if (node.tagName === 'a') node.properties = others;
      return undefined;
    }
    parent?.children.splice(index, 1);
    return index;
  });
  return toHtml(tree).trim();
}

function isCounterpart({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('counterpart');
}
