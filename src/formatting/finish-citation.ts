/** What a formatted citation needs to be part of a page: links, languages, and a comma fewer. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { languageTag } from '../bibliography/language-tag.ts';
import { isWebAddress, robustLinks } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import type { CitationStyle } from './citation-style.ts';
import { linkAddresses, linkProperties } from './link-addresses.ts';
import { replaceText } from './replace-text.ts';

/** `content` as the formatter printed it for the sources `cited`. */
export function finishCitation(
  content: readonly ElementContent[],
  cited: readonly CslItem[],
  style: CitationStyle,
): ElementContent[] {
  const punctuated = style.questionMarkEndsComma ? endCommas(content) : content;
  const linked = linkAddresses(punctuated, cited.flatMap(robustLinks));
  return cited.reduce((nodes, item) => markTitle(nodes, item, style), linked);
}

/** “Stand?,” becomes “Stand?”: see `CitationStyle`. */
function endCommas(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type === 'text') {
      return { ...node, value: node.value.replace(/([?!]),(?=[”’»])/gu, '$1') };
    }
    if (node.type === 'element') return { ...node, children: endCommas(node.children) };
    return node;
  });
}

/** The title in its own language (WCAG 3.1.2), and as the link where the style asks for that. */
function markTitle(
  nodes: ElementContent[],
  item: CslItem,
  { linksTitles, locale }: CitationStyle,
): ElementContent[] {
  const { title, language } = item;
  if (title === undefined) return nodes;
  const lang = language && languageTag(language);
  const isForeign = lang ? !isSameLanguage(lang, locale.lang) : false;
  const [link] = linksTitles && isWebAddress(item.URL) ? robustLinks(item) : [];
  if (!isForeign && link === undefined) return nodes;
  const spoken = isForeign ? h('span', { lang }, title) : text(title);
  return replaceText(nodes, title, () => [
    link === undefined ? spoken : h('a', linkProperties(link), spoken),
  ]);
}

function isSameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
