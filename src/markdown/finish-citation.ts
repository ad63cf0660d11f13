/** What a formatted citation needs to be part of a page: links, languages, and a comma fewer. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { CitationStyle } from '../citations/citation-style.ts';
import { languageTag } from '../citations/language-tag.ts';
import type { CslItem } from '../citations/source.ts';
import { isWebAddress, linkAddresses } from './link-addresses.ts';
import { replaceText } from './replace-text.ts';

/** `content` as the formatter printed it for the sources `cited`. */
export function finishCitation(
  content: readonly ElementContent[],
  cited: readonly CslItem[],
  style: CitationStyle,
): ElementContent[] {
  const addresses = cited.flatMap(({ URL, DOI }) => [
    ...(URL === undefined ? [] : [URL]),
    ...(DOI === undefined ? [] : [`https://doi.org/${DOI}`]),
  ]);
  const punctuated = style.questionMarkEndsComma ? endCommas(content) : content;
  const linked = linkAddresses(punctuated, addresses);
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
  { title, language, URL: address }: CslItem,
  { linksTitles, locale }: CitationStyle,
): ElementContent[] {
  if (title === undefined) return nodes;
  const lang = language && languageTag(language);
  const isForeign = lang ? !isSameLanguage(lang, locale.lang) : false;
  const isLink = linksTitles && address !== undefined && isWebAddress(address);
  if (!isForeign && !isLink) return nodes;
  const spoken = isForeign ? h('span', { lang }, title) : text(title);
  return replaceText(nodes, title, () => [isLink ? h('a', { href: address }, spoken) : spoken]);
}

function isSameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
