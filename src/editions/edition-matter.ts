/** What front matter says around the text, as editions set it: read once, with links that hold outside the page. */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { bylinesOf } from '../essay/bylines.ts';
import { changesOf } from '../essay/describe-changes.ts';
import { doiAddress } from '../essay/identifiers.ts';
import { closingOf, type MatterSection, openingOf } from '../essay/matter.ts';
import { formatPartialDate } from '../essay/partial-date.ts';
import { languageName, versionLinesOf } from '../essay/versions.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { linkedUrl } from '../metadata/absolute-url.ts';
import type { EditionDocument } from './document.ts';
import { type PandocNode, words } from './pandoc-tree.ts';

export interface EditionSection extends Omit<MatterSection, 'html'> {
  readonly content: Root;
}

/** The sections of both ends, in their order. */
export function matterOf(document: EditionDocument): EditionSection[] {
  const messages = messagesOf(document);
  return [...openingOf(document.essay, messages), ...closingOf(document.essay, messages)].map(
    ({ html, ...section }) => ({ ...section, content: withoutPage(html, document) }),
  );
}

/** In the line below the names: series, date and version, as far as they are known. */
export function imprintOf({ essay, wordsLang }: EditionDocument): string {
  const { date, lang, series, version } = essay;
  const messages = loadMessages(wordsLang, wordsLang);
  const parts = [
    series && [series.title, series.number].filter(Boolean).join(', '),
    formatPartialDate(date, lang),
    version && messages.version(version),
    ...changesOf(essay, messages).map(({ text }) => text),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Below the imprint: the DOI and the other languages, each as a line of what it is and its links. */
export function linkNodes(document: EditionDocument): PandocNode[][] {
  return linkLines(document).map(({ label, links }) => [
    ...words(label),
    ...links.flatMap(({ text, href }, index) => [
      ...(index > 0 ? words(' · ') : []),
      ...(href === undefined ? words(text) : [link(text, href)]),
    ]),
  ]);
}

interface LinkLine {
  readonly label: string;
  readonly links: readonly { readonly text: string; readonly href?: string | undefined }[];
}

/** Languages in the words of the essay: no font of its PDF need have the letters of another. */
export function linkLines({ essay, versions, wordsLang }: EditionDocument): LinkLine[] {
  const messages = messagesOf({ wordsLang });
  const doi = essay.doi && doiAddress(essay.doi);
  return [
    ...(doi ? [{ label: `DOI${messages.colon}`, links: [{ text: doi, href: doi }] }] : []),
    ...versionLinesOf(versions, messages).map(({ label, shown }) => ({
      label,
      links: shown.map(({ lang, url }) => ({ text: languageName(lang, wordsLang), href: url })),
    })),
  ];
}

/** Each contributor on a line: what is known beside the name. */
export function bylineNodes(document: EditionDocument): PandocNode[][] {
  return bylinesOf(document.essay, messagesOf(document)).map(({ text, details }) => [
    ...words(text),
    ...details.flatMap(({ label = '', text: detail, href }, index) => [
      ...words(`${index === 0 ? ': ' : ' · '}${label}`),
      ...(href === undefined ? words(detail) : [link(detail, href)]),
    ]),
  ]);
}

function link(text: string, href: string): PandocNode {
  return { t: 'Link', c: [['', [], []], words(text), [href, '']] };
}

export function messagesOf({ wordsLang }: Pick<EditionDocument, 'wordsLang'>) {
  return loadMessages(wordsLang, wordsLang);
}

function withoutPage(html: string, { essay, address }: EditionDocument): Root {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || index === undefined || parent === undefined) return undefined;
    const href = linkedUrl(String(node.properties['href'] ?? ''), essay.path, address);
    if (href !== undefined) {
      node.properties = { href };
      return undefined;
    }
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  return tree;
}
