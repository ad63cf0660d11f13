/** Makes of a text in HTML what can be written as Markdown, and says what could not come along. */
import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { excerpt, type Facts, type Remark } from './document.ts';
import {
  attribute,
  isBlock,
  isElement,
  isEmpty,
  listElements,
  replaceIn,
  wordsOf,
} from './hast.ts';

/** Changes `body`. `address` is where it was published. */
export function prepareBody(body: Root, { title, lang }: Facts, address?: string): Remark[] {
  const remarks = [...dropCode(body), ...checkLinks(body, address), ...moveMarkers(body)];
  dropTitle(body, title);
  raiseCaptions(body);
  nameAsHtml(body);
  trimBreaks(body);
  lowerHeadings(body);
  markLanguages(body, lang);
  linkAddresses(body);
  hoistSpaces(body);
  dropEmpty(body);
  return remarks;
}

const silent = new Set(
  'base button col colgroup datalist dialog form head input label link meta noscript option param select source style template textarea title track wbr'.split(
    ' ',
  ),
);
const embedded = new Set(
  'applet audio canvas embed frame frameset iframe object svg video'.split(' '),
);

/** Scripts and what shows other pages; a form goes, too. */
function dropCode(body: Root): Remark[] {
  const remarks: Remark[] = [];
  let scripts = 0;
  visit(body, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.type === 'comment' || node.type === 'doctype') {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type !== 'element') return undefined;
    if (node.tagName === 'math') {
      parent.children.splice(index, 1, equation(node));
      return [SKIP, index + 1];
    }
    const isEmbedded = embedded.has(node.tagName);
    if (node.tagName !== 'script' && !silent.has(node.tagName) && !isEmbedded) return undefined;
    // A label of words stays with its words.
    if (node.tagName === 'label' && !isEmpty(node)) return undefined;
    if (node.tagName === 'script') scripts += 1;
    if (isEmbedded) remarks.push(describeEmbedded(node, parent, index));
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const count = scripts === 1 ? 'A script is' : `${scripts} scripts are`;
  return scripts === 0
    ? remarks
    : [{ kind: 'refused', message: `${count} left out of the text.` }, ...remarks];
}

function describeEmbedded(node: Element, parent: Parents, index: number): Remark {
  const address = ['src', 'data', 'href']
    .map((name) => attribute(node, name))
    .find((each) => each !== '');
  const what =
    node.tagName === 'svg'
      ? 'A drawing (SVG) in the page'
      : `What the page embeds (${node.tagName}${address === undefined ? '' : `, ${address}`})`;
  return { kind: 'left-out', message: `${what} is left out${whereIs(parent, index)}.` };
}

/** Behind which words something stands. */
function whereIs(parent: Parents, index: number): string {
  const before = parent.children
    .slice(0, index)
    .map((each) => textOf(each as Element))
    .join(' ');
  const words = before.replace(/\s+/g, ' ').trim();
  return words === '' ? '' : `, behind “…${words.slice(-50).trimStart()}”`;
}

/** MathML by the TeX that it was made of; without that, its words as code. */
function equation(node: Element): Element {
  let tex = '';
  visit(node, 'element', (each) => {
    if (each.tagName === 'annotation' && /tex/i.test(attribute(each, 'encoding')))
      tex = textOf(each);
  });
  return {
    type: 'element',
    tagName: tex === '' ? 'code' : 'tex-formula',
    properties: attribute(node, 'display') === 'block' ? { dataDisplay: '' } : {},
    children: [{ type: 'text', value: tex.trim() || wordsOf(node) }],
  };
}

/** A link leads to another page, or is none. */
function checkLinks(body: Root, address: string | undefined): Remark[] {
  const remarks: Remark[] = [];
  visit(body, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    const href = attribute(node, 'href').trim();
    const whole = /^(?:https?|mailto|tel|ftp|doi):/i.test(href) ? href : undefined;
    const based =
      whole ??
      (href !== '' &&
      !/^(?:#|[a-z][a-z\d+.-]*:)/i.test(href) &&
      address !== undefined &&
      URL.canParse(href, address)
        ? new URL(href, address).href
        : undefined);
    if (based !== undefined) {
      node.properties = { href: based };
      return undefined;
    }
    if (href !== '' && !isEmpty(node)) {
      const words = excerpt(textOf(node));
      remarks.push(
        /^(?:javascript|data|vbscript):/i.test(href)
          ? { kind: 'refused', message: `“${words}” was a link that runs code; its words stay.` }
          : {
              kind: 'not-understood',
              message: `“${words}” was a link to “${excerpt(href, 80)}”, which is nowhere outside of the document; its words stay.`,
            },
      );
    }
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  return remarks;
}

/** No note stands in a heading, in a link or in another note. */
function moveMarkers(body: Root): Remark[] {
  const remarks: Remark[] = [];
  const found: { node: Element; parents: readonly Parents[] }[] = [];
  visitParents(body, 'element', (node, parents) => {
    if (node.tagName === 'note-marker') found.push({ node, parents: [...parents] });
  });
  for (const { node, parents } of found) {
    const [parent] = parents.slice(-1);
    const link = parents.findIndex((each) => isElement(each, 'a'));
    const heading = parents.find((each): each is Element =>
      isElement(each, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'),
    );
    if (parent === undefined || (link < 0 && heading === undefined)) continue;
    if (heading === undefined) {
      const [outer, inner] = [parents[link - 1], parents[link]];
      if (outer === undefined || inner?.type !== 'element') continue;
      replaceIn(parent, node, []);
      replaceIn(outer, inner, [inner, node]);
      continue;
    }
    const elements = listElements(body).map(({ node: each }) => each);
    const next = elements
      .slice(elements.indexOf(heading) + 1)
      .find((each) => isElement(each, 'p') && !isEmpty(each));
    if (next === undefined) continue;
    replaceIn(parent, node, []);
    next.children.push(node);
    remarks.push({
      kind: 'not-understood',
      message: `The note of the heading “${excerpt(textOf(heading))}” stands at the end of the paragraph below it, since no heading can have one.`,
    });
  }
  return remarks;
}

/** The page shows it by itself. */
function dropTitle(body: Root, title: string | undefined): void {
  if (title === undefined) return;
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const headings = listElements(body).filter(({ node }) => /^h[1-6]$/.test(node.tagName));
  const first = headings.find(({ node }) => fold(textOf(node)) === fold(title));
  const [parent] = first?.around ?? [];
  if (first !== undefined && parent !== undefined) replaceIn(parent, first.node, []);
}

/** Markdown has no captions of tables. */
function raiseCaptions(body: Root): void {
  visit(body, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
    const captions = node.children.filter((child): child is Element => isElement(child, 'caption'));
    node.children = node.children.filter((child) => !isElement(child, 'caption'));
    const above = captions
      .filter((caption) => !isEmpty(caption))
      .map(
        (caption): Element => ({
          type: 'element',
          tagName: 'p',
          properties: {},
          children: caption.children,
        }),
      );
    if (above.length === 0) return undefined;
    parent.children.splice(index, 0, ...above);
    return index + above.length + 1;
  });
}

/** Sides of columns and languages of code as attributes that HTML has or had for them. */
function nameAsHtml(body: Root): void {
  visit(body, 'element', (node) => {
    const side = /text-align:\s*(left|right|center)/.exec(attribute(node, 'style'))?.[1];
    if (isElement(node, 'td', 'th') && side !== undefined) node.properties['align'] = side;
    // A browser shows them, and no text has them.
    if (node.tagName === 'q') {
      node.tagName = 'span';
      node.children = [
        { type: 'text', value: '“' },
        ...node.children,
        { type: 'text', value: '”' },
      ];
    }
    if (node.tagName !== 'pre') return;
    const language = attribute(node, 'className')
      .split(' ')
      .find((name) => /^[a-z][\w+-]*$/i.test(name) && name !== 'sourceCode');
    const [code] = node.children;
    if (language !== undefined && isElement(code, 'code') && attribute(code, 'className') === '')
      code.properties['className'] = [`language-${language}`];
  });
}

/** An end of a line where a paragraph begins or ends, which Markdown has no word for. */
function trimBreaks(body: Root): void {
  visit(body, 'element', (node) => {
    if (!isBlock(node)) return;
    const says = (each: ElementContent) =>
      !isElement(each, 'br') && (isElement(each, 'hr', 'td', 'th') || !isEmpty(each));
    node.children = node.children.filter((child, index, all) => {
      if (!isElement(child, 'br')) return true;
      const before = all.slice(0, index).findLast(says);
      const after = all.slice(index + 1).find(says);
      return before !== undefined && after !== undefined && !isBlock(before) && !isBlock(after);
    });
  });
}

/** The title is the only heading of the first level. */
function lowerHeadings(body: Root): void {
  const headings = listElements(body).filter(({ node }) => /^h[1-6]$/.test(node.tagName));
  if (!headings.some(({ node }) => node.tagName === 'h1')) return;
  for (const { node } of headings) node.tagName = `h${Math.min(6, Number(node.tagName[1]) + 1)}`;
}

/** A language of a paragraph becomes that of its words; one that all of the text has is none. */
function markLanguages(body: Root, lang: string | undefined): void {
  const isOther = (own: string, outer: string) =>
    own !== '' && own.toLowerCase() !== outer.toLowerCase();
  const go = (parent: Parents, outer: string) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const own =
        attribute(child, 'lang') || attribute(child, 'xmlLang') || attribute(child, 'xml:lang');
      delete child.properties['xmlLang'];
      if (!isOther(own, outer)) {
        if (own !== '') delete child.properties['lang'];
        go(child, outer);
        continue;
      }
      go(child, own);
      if (child.tagName === 'span') child.properties['lang'] = own;
      else if (
        isElement(
          child,
          'p',
          'h1',
          'h2',
          'h3',
          'h4',
          'h5',
          'h6',
          'li',
          'em',
          'i',
          'q',
          'cite',
          'td',
          'a',
        )
      )
        child.children = [span(own, child.children)];
      else if (isBlock(child))
        visit(child, 'element', (each) => {
          if (each.tagName === 'p') each.children = [span(own, each.children)];
        });
    }
  };
  go(body, lang ?? '');
}

function span(lang: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { lang }, children };
}

/** Addresses that stand as words become links, as they would in any Markdown of GitHub. */
function linkAddresses(body: Root): void {
  visitParents(body, 'text', (node, parents) => {
    if (parents.some((each) => isElement(each, 'a', 'code', 'pre'))) return;
    const parent = parents.at(-1);
    const pieces = node.value.split(/(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])/);
    if (pieces.length === 1 || parent === undefined) return;
    const nodes = pieces.flatMap((value, index): ElementContent[] => {
      const text: Text = { type: 'text', value };
      if (value === '') return [];
      return index % 2 === 0
        ? [text]
        : [{ type: 'element', tagName: 'a', properties: { href: value }, children: [text] }];
    });
    replaceIn(parent as Parents, node, nodes);
  });
}

const inline = [
  'em',
  'i',
  'strong',
  'b',
  'a',
  'span',
  'u',
  'del',
  's',
  'sup',
  'sub',
  'small',
  'mark',
  'cite',
];

/** `<em>a </em>b` is `<em>a</em> b`: emphasis in Markdown begins and ends at a word. */
function hoistSpaces(body: Root): void {
  const go = (parent: Parents) => {
    for (const child of [...parent.children]) {
      if (child.type !== 'element') continue;
      go(child);
      if (!isElement(child, ...inline)) continue;
      const [first, last] = [child.children[0], child.children.at(-1)];
      const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
      if (first?.type === 'text') first.value = first.value.slice(before.length);
      const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
      if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
      const space = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);
      if (before !== '' || after !== '')
        replaceIn(parent, child, [...space(before), child, ...space(after)]);
    }
  };
  go(body);
}

function dropEmpty(body: Root): void {
  const go = (parent: Parents) => {
    for (const child of [...parent.children]) {
      if (child.type !== 'element') continue;
      go(child);
      const isVoid = isElement(
        child,
        'br',
        'hr',
        'img',
        'td',
        'th',
        'tr',
        'note-marker',
        'written-citation',
        'note-text',
      );
      if (!isVoid && isEmpty(child))
        replaceIn(
          parent,
          child,
          [...child.children].filter((each) => each.type === 'text'),
        );
    }
  };
  go(body);
}
