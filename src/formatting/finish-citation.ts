/** What a formatted citation needs to be part of a page: links, languages, and a comma fewer. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { languageTag } from '../bibliography/language-tag.ts';
import { robustLinks } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import { directionOf, langAttributes } from '../i18n/lang-attributes.ts';
import type { CitationStyle } from './citation-style.ts';
import { isolateRightToLeft } from './isolate-right-to-left.ts';
import { linkAddresses } from './link-addresses.ts';
import { linkTitles } from './link-titles.ts';
import { replaceText } from './replace-text.ts';

/** `content` as the formatter printed it for the sources `cited`. */
export function finishCitation(
  content: readonly ElementContent[],
  cited: readonly CslItem[],
  style: CitationStyle,
): ElementContent[] {
  const styled = content.map(withValidStyle);
  const punctuated = style.questionMarkEndsComma ? endCommas(styled) : styled;
  const addressed = linkAddresses(punctuated, cited.flatMap(robustLinks));
  const spoken = cited.reduce((nodes, item) => markTitle(nodes, item, style), addressed);
  const linked = linkTitles(spoken, cited, { always: style.linksTitles });
  return directionOf(style.locale.lang) === 'ltr' ? isolateRightToLeft(linked) : linked;
}

/** citeproc-js writes `style="baseline"` for CSL's `vertical-align="baseline"`, which no compiler of JSX takes. */
function withValidStyle(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { style } = node.properties;
  const properties =
    style === 'baseline'
      ? { ...node.properties, style: 'vertical-align:baseline' }
      : node.properties;
  return { ...node, properties, children: node.children.map(withValidStyle) };
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

/** The title in its own language (WCAG 3.1.2). */
function markTitle(
  nodes: ElementContent[],
  { title, language }: CslItem,
  { locale }: CitationStyle,
): ElementContent[] {
  const lang = language && languageTag(language);
  const foreign = lang ? langAttributes(lang, locale.lang) : {};
  if (title === undefined || foreign.lang === undefined) return nodes;
  return replaceText(nodes, title, () => [h('span', { ...foreign }, title)]);
}
