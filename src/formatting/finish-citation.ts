/** What a formatted citation needs to be part of a page: links, languages, and a comma fewer. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { languageTag } from '../bibliography/language-tag.ts';
import { isWebAddress, robustLinks } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import { directionOf, langAttributes } from '../i18n/lang-attributes.ts';
import type { CitationStyle } from './citation-style.ts';
import { isolateRightToLeft } from './isolate-right-to-left.ts';
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
  const marked = cited.reduce((nodes, item) => markTitle(nodes, item, style), linked);
  return directionOf(style.locale.lang) === 'ltr' ? isolateRightToLeft(marked) : marked;
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
  const foreign = lang ? langAttributes(lang, locale.lang) : {};
  const [link] = linksTitles && isWebAddress(item.URL) ? robustLinks(item) : [];
  if (foreign.lang === undefined && link === undefined) return nodes;
  const spoken = foreign.lang === undefined ? text(title) : h('span', { ...foreign }, title);
  return replaceText(nodes, title, () => [
    link === undefined ? spoken : h('a', linkProperties(link), spoken),
  ]);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
