/** What stands around the text of an essay in front matter's words, as every rendering shows it. */
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as wordsOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { layoutAnchors } from '../citations/layout-anchors.ts';
import { langAttributes } from '../i18n/lang-attributes.ts';
import { loadMessages, type Messages } from '../i18n/load-messages.ts';
import { areNamesAlone, bylinesOf } from './bylines.ts';
import { contributorsOf } from './contributor.ts';
import { correctionsOf } from './describe-changes.ts';
import type { Essay } from './essay.ts';
import type { FormattedText } from './formatted-text.ts';

export interface MatterSection {
  readonly name:
    | 'dedication'
    | 'abstract'
    | 'keywords'
    | 'corrections'
    | 'contributions'
    | 'acknowledgements'
    | 'funding'
    | 'competingInterests'
    | 'rights';
  /** In the words of the site; a dedication has none. */
  readonly heading?: string;
  readonly html: string;
  /** Where the title leads to it. */
  readonly anchor?: string;
}

/** Between the title and the text. */
export function openingOf(essay: Essay, messages: Messages): MatterSection[] {
  const { dedication, abstract, keywords } = essay;
  return [
    ...(dedication ? [{ name: 'dedication', html: dedication.html } as const] : []),
    ...section('abstract', messages.abstract, abstract),
    ...section('keywords', messages.keywords, keywordsOf(keywords)),
  ];
}

/** Below the notes. */
export function closingOf(essay: Essay, messages: Messages): MatterSection[] {
  const { acknowledgements, competingInterests } = essay;
  const anchor = layoutAnchors.corrections;
  return [
    ...section('corrections', messages.corrections, correctionsOf(essay, messages)).map(
      (corrections) => ({ ...corrections, anchor }),
    ),
    ...section('contributions', messages.contributions, contributionsOf(essay, messages)),
    ...section('acknowledgements', messages.acknowledgements, acknowledgements),
    ...section('funding', messages.funding, fundingOf(essay)),
    ...section('competingInterests', messages.competingInterests, competingInterests),
    ...section('rights', messages.rights, rightsOf(essay)),
  ];
}

/** Every word of it, and of the names below the title, as text. `siteLang` is the language of the site. */
export function printedMatter(essay: Essay, siteLang: string): string[] {
  const messages = loadMessages(essay.lang, siteLang);
  const sections = [...openingOf(essay, messages), ...closingOf(essay, messages)];
  return [
    ...bylinesOf(essay, messages).flatMap(({ text, details }) => [
      text,
      ...details.map((detail) => detail.text),
    ]),
    ...sections.map(({ html }) => wordsOf(fromHtml(html, { fragment: true }))),
  ];
}

/** Whether its page shows more than a plain title and a text. */
export function hasMatter(essay: Essay, messages: Messages): boolean {
  return (
    essay.subtitle !== undefined ||
    essay.series !== undefined ||
    !areNamesAlone(bylinesOf(essay, messages)) ||
    essay.modified !== undefined ||
    openingOf(essay, messages).length > 0 ||
    closingOf(essay, messages).length > 0
  );
}

function section(
  name: MatterSection['name'],
  heading: string,
  content: Pick<FormattedText, 'html'> | undefined,
): MatterSection[] {
  return content === undefined ? [] : [{ name, heading, html: content.html }];
}

function keywordsOf(keywords: readonly string[]) {
  return keywords.length === 0 ? undefined : toText(h('p', keywords.join(' · ')));
}

/** The roles are terms, and those are English. */
function contributionsOf(essay: Essay, { colon }: Messages) {
  const active = contributorsOf(essay).filter(({ roles }) => roles.length > 0);
  if (active.length === 0) return undefined;
  const items = active.map(({ text, roles }) =>
    h('li', [text, colon, h('span', { ...langAttributes('en', essay.lang) }, roles.join(', '))]),
  );
  return toText(h('ul', items));
}

function fundingOf({ funding }: Essay) {
  if (funding === undefined) return undefined;
  const awards = funding.awards.map(({ source: { name, ror }, id }) => {
    const source = ror === undefined ? name : h('a', { href: ror }, name);
    return h('li', id === undefined ? [source] : [source, `, ${id}`]);
  });
  const list = awards.length === 0 ? '' : toHtml(h('ul', awards));
  return { html: `${funding.statement?.html ?? ''}${list}` };
}

function rightsOf({ copyright, license, lang }: Essay) {
  if (copyright === undefined && license === undefined) return undefined;
  const link =
    license &&
    h('a', { rel: ['license'], href: license.url, ...langAttributes('en', lang) }, license.name);
  const holder = copyright?.replace(/(?<![.!?。])$/u, link ? '.' : '');
  const parts = [holder, link].filter((part) => part !== undefined);
  return toText(h('p', parts.length === 2 ? [parts[0], ' ', parts[1]] : parts));
}

function toText(element: ElementContent): Pick<FormattedText, 'html'> {
  return { html: toHtml(element) };
}
