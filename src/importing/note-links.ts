/** The links between markers and notes, and what goes with those that lead back. */
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { decodeName } from './decode-name.ts';
import {
  attribute,
  hasClass,
  isBlock,
  isElement,
  isEmpty,
  type Placed,
  replaceIn,
} from './hast.ts';

/** How ids, classes and addresses of notes are named. */
export const namedSo = /(?:foot|end)?-?note|ftn|\bfn|_fn|fnref|cite_|noteref|easy-/i;

/** The id in this document that a link leads to; a page that was saved may have whole addresses. */
export function targetOf(node: Element): string | undefined {
  if (!isElement(node, 'a')) return undefined;
  const href = attribute(node, 'href');
  const [, page = '', fragment] = /^([^#]*)#(.+)$/.exec(href) ?? [];
  if (fragment === undefined || (page !== '' && !namedSo.test(fragment))) return undefined;
  return decodeName(fragment);
}

/** The ids by which a note leads back: of the link, of what is tightly around it, and of an empty place before it. */
export function idsNear({ node, around }: Placed): string[] {
  const tight = around
    .slice(0, 3)
    .filter((each): each is Element => isElement(each) && !isBlock(each));
  const outer = tight.at(-1) ?? node;
  const parent = around[tight.length];
  const index = parent?.children.indexOf(outer) ?? -1;
  const before = parent?.children[index - 1];
  return [node, ...tight, ...(isElement(before) && isEmpty(before) ? [before] : [])].flatMap(
    (each) => [attribute(each, 'id'), attribute(each, 'name')].filter((id) => id !== ''),
  );
}

const arrows = /^[\s[\]()]*(?:[↩↵⤴↑⬆^«⏎⮌]\uFE0E?\uFE0F?|back|return|jump up)[\s[\]()]*$/iu;

/** Removes them from a note; returns the words that go with them. */
export function removeBackLinks(note: Element, backTargets: ReadonlySet<string>): string[] {
  const beside: string[] = [];
  const go = (parent: Element) => {
    for (const child of [...parent.children]) {
      if (child.type !== 'element') continue;
      const leads = targetOf(child);
      const isBack =
        /\bdoc-backlink\b/.test(attribute(child, 'role')) ||
        (leads !== undefined && (backTargets.has(leads) || arrows.test(textOf(child)))) ||
        hasClass(
          child,
          /\bback-?(?:links?|ref)|footnote-to-top|easy-footnote-to-top|\bnote-number\b/i,
        );
      if (isBack) {
        beside.push(...wordsBesideLinks(child));
        removeWithBrackets(parent, child);
        continue;
      }
      const links = countLinks(child);
      go(child);
      // What was around links alone says nothing without them.
      if (countLinks(child) < links && !isBlock(child) && /^[\s[\]().,^:]*$/.test(textOf(child)))
        replaceIn(parent, child, []);
    }
  };
  go(note);
  return beside;
}

/** The words of what does not lead back. */
function wordsBesideLinks(node: Element): string[] {
  if (attribute(node, 'href').includes('#')) return [];
  const own = node.children.map((child) => (child.type === 'text' ? child.value : '')).join(' ');
  const inner = node.children.flatMap((child) => (isElement(child) ? wordsBesideLinks(child) : []));
  return [...(/\p{L}/u.test(own) ? [own.trim()] : []), ...inner];
}

function countLinks(node: Element): number {
  let count = 0;
  visit(node, 'element', (each) => {
    if (each.tagName === 'a') count += 1;
  });
  return count;
}

/** `[↩]` goes with its brackets, and the space before it. */
function removeWithBrackets(parent: Element, link: Element): void {
  const index = parent.children.indexOf(link);
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  if (
    before?.type === 'text' &&
    after?.type === 'text' &&
    /[[(]\s*$/.test(before.value) &&
    /^\s*[\])]/.test(after.value)
  ) {
    before.value = before.value.replace(/\s*[[(]\s*$/, '');
    after.value = after.value.replace(/^\s*[\])]/, '');
  }
  parent.children.splice(index, 1);
}
