/** Parts of an essay's page without what only a page needs, and with links that lead somewhere in every edition. */
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { linkedUrl } from '../metadata/absolute-url.ts';
import type { EditionDocument } from './document.ts';

/** Takes away what only a page needs, and gives every link a target that is there. */
export function tidy(
  tree: Root | Element,
  text: Root,
  notes: ReadonlySet<string>,
  document: EditionDocument,
): void {
  const targets = new Set(notes);
  visit(text, 'element', (node) => {
    if (isTarget(node) && node.properties['id']) targets.add(String(node.properties['id']));
  });
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const isFurniture =
      hasClass(node, 'back-links') ||
      hasClass(node, 'counterpart') ||
      ['script', 'style', 'nav', 'template', 'source', 'wbr'].includes(node.tagName) ||
      // Decoration, as its missing description says (WCAG 1.1.1).
      (node.tagName === 'img' && (node.properties['alt'] ?? '') === '') ||
      (node.tagName === 'span' && node.children.length === 0 && !isMarker(node));
    if (isFurniture) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName === 'h1') node.tagName = 'h2';
    if (/^h\d$/.test(node.tagName)) keepLanguage(node);
    if (node.tagName === 'p') node.properties = {};
    if (hasClass(node, 'equation'))
      node.properties = { id: node.properties['id'], className: ['equation'] };
    // A credit, whose size is the page's affair.
    if (node.tagName === 'small') node.tagName = 'em';
    if (node.tagName === 'img') {
      const { src, alt = '' } = node.properties;
      node.properties = { src, alt };
    }
    if (node.tagName !== 'a') return undefined;
    const href = targetOf(String(node.properties['href'] ?? ''), targets, document);
    if (href !== undefined) {
      node.properties = { href };
      return undefined;
    }
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  if (tree.type === 'element') trimEnd(tree);
}

/** Of a heading, formats that know no languages of headings have it of the words. */
function keepLanguage(heading: Element): void {
  const { lang, dir, ...properties } = heading.properties;
  if (lang === undefined) return;
  heading.properties = properties;
  heading.children = [h('span', { lang, dir }, heading.children)];
}

/** What words may lead to: a heading, and what an author may give a label. */
function isTarget(node: Element): boolean {
  return /^(?:h[1-6]|figure|table|span)$/.test(node.tagName) || hasClass(node, 'equation');
}

function targetOf(href: string, targets: ReadonlySet<string>, { essay, address }: EditionDocument) {
  if (href.startsWith('#')) {
    return targets.has(decodeURIComponent(href.slice(1))) ? href : undefined;
  }
  return linkedUrl(href, essay.path, address);
}

/** Space that stood before the back-links. */
function trimEnd(element: Element): void {
  const last = element.children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  if (last?.type === 'text' && last.value === '') {
    element.children.pop();
    trimEnd(element);
  }
  if (last?.type === 'element' && last.tagName === 'p') trimEnd(last);
}

export function isMarker(node: Element): boolean {
  return hasClass(node, 'marker');
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
