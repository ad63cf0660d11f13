/** The title of a source as the link that readers follow and hear, in the place of its address. */
import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import { toPlain } from '../bibliography/rich-text.ts';
import { type RobustLink, robustLinks } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import { isAddressOf, linkProperties } from './link-addresses.ts';

/**
 * Makes the title that stands before the address of a source the link to it. The address keeps its words and can
 * be clicked, but is no second stop for Tab and no second link to hear. Where no title stands before it, it stays as
 * it is: the link. With `always`, a source whose address is not printed has its title as the link, too.
 *
 * Input: `“Stand?” <a href="https://cfr.example/" …>https://cfr.example/</a>`
 * Output: `“<a href="https://cfr.example/" …>Stand?</a>” <a href="https://cfr.example/" class="address …" tabindex="-1"
 * aria-hidden="true">https://cfr.example/</a>`
 */
export function linkTitles(
  nodes: readonly ElementContent[],
  items: readonly CslItem[],
  { always }: { readonly always: boolean },
): ElementContent[] {
  return items.reduce<ElementContent[]>(
    (linked, item) => {
      const titles = titlesOf(item);
      const links = robustLinks(item);
      const [first] = links;
      const leaves = leavesOf(linked);
      const isPrinted = leaves.some(({ node }) => links.some((link) => isAddressOf(node, link)));
      if (isPrinted || !always || first === undefined)
        return links.reduce((now, link) => linkBeforeAddress(now, titles, link), linked);
      return replace(linked, new Map(linkFound(findTitle(leaves, titles), first)));
    },
    [...nodes],
  );
}

interface Leaf {
  /** A link counts as one, whatever it says. */
  readonly node: Text | Element;
  /** Whether it is all that an element says, as a title in italics is. */
  readonly isWhole: boolean;
}

interface Found {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

type Replacement = readonly [ElementContent, ElementContent[]];
type Replacements = ReadonlyMap<ElementContent, ElementContent[]>;

/** Short notes may have the short title. */
function titlesOf({ title, 'title-short': short }: CslItem): string[] {
  return [title, short].flatMap((each) => (typeof each === 'string' ? fold(toPlain(each)) : []));
}

/** Styles print titles with capitals and quotation marks of their own; the length stays. */
function fold(words: string): string {
  const lower = words.toLowerCase();
  return (lower.length === words.length ? lower : words).replace(/[“”„‘’"]/g, "'");
}

function leavesOf(nodes: readonly ElementContent[], isInside = false): Leaf[] {
  return nodes.flatMap((node): Leaf[] => {
    const isWhole = isInside && nodes.length === 1;
    if (node.type === 'text') return [{ node, isWhole }];
    if (node.type !== 'element') return [];
    return node.tagName === 'a' ? [{ node, isWhole }] : leavesOf(node.children, true);
  });
}

function linkBeforeAddress(
  nodes: ElementContent[],
  titles: readonly string[],
  link: RobustLink,
): ElementContent[] {
  const leaves = leavesOf(nodes);
  const replacements = leaves.flatMap(({ node }, index): Replacement[] => {
    if (!isAddressOf(node, link)) return [];
    const before = leaves.slice(0, index);
    const from = before.findLastIndex((leaf) => leaf.node.type === 'element') + 1;
    const linked = linkFound(findTitle(before.slice(from), titles), link);
    return linked.length === 0 ? [] : [...linked, [node, [quietAddress(node)]]];
  });
  return replace(nodes, new Map(replacements));
}

/** Where one of `titles` stands, the first of them before all others; rather set off than amid other words. */
function findTitle(leaves: readonly Leaf[], titles: readonly string[]): Found | undefined {
  const found = titles.filter(Boolean).flatMap((title) =>
    leaves.flatMap(({ node, isWhole }) => {
      if (node.type !== 'text') return [];
      const words = fold(node.value);
      const places: (Found & { isSetOff: boolean })[] = [];
      for (let start = words.indexOf(title); start >= 0; start = words.indexOf(title, start + 1)) {
        const end = start + title.length;
        const [before, after] = [node.value.slice(0, start), node.value.slice(end)];
        if (letterBefore.test(before) || letterAfter.test(after)) continue;
        const opens = before === '' ? isWhole : /[“„‘«‹"'《〈「『]\s?$/u.test(before);
        const closes = after === '' ? isWhole : /^[\s,.:;?!”’»›"'》〉」』]/u.test(after);
        places.push({ node, start, end, isSetOff: opens && closes });
      }
      return places;
    }),
  );
  return found.find(({ isSetOff }) => isSetOff) ?? found[0];
}

/** Scripts without spaces between words show no ends of words. */
const letter =
  '(?!\\p{scx=Hani}|\\p{scx=Kana}|\\p{scx=Hira}|\\p{scx=Hang}|\\p{scx=Thai})[\\p{L}\\p{N}]';
const letterBefore = new RegExp(`${letter}$`, 'u');
const letterAfter = new RegExp(`^${letter}`, 'u');

function linkFound(found: Found | undefined, link: RobustLink): Replacement[] {
  if (found === undefined) return [];
  const { node, start, end } = found;
  const { value } = node;
  const parts = [
    text(value.slice(0, start)),
    h('a', linkProperties(link), value.slice(start, end)),
    text(value.slice(end)),
  ];
  return [[node, parts.filter((part) => part.type === 'element' || part.value !== '')]];
}

/** Readability, which makes Firefox's reader mode, drops what is hidden from assistive technology but for this class. */
function quietAddress({ properties, children }: Element): Element {
  const quiet = { tabIndex: -1, ariaHidden: 'true' };
  const className = ['address', 'fallback-image'];
  return h('a', { href: properties['href'], className, ...quiet }, children);
}

function replace(nodes: readonly ElementContent[], by: Replacements): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const replaced = by.get(node);
    if (replaced !== undefined) return replaced;
    if (node.type !== 'element') return [node];
    return [{ ...node, children: replace(node.children, by) }];
  });
}

function text(value: string): Text {
  return { type: 'text', value };
}
