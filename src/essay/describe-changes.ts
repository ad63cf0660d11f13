/** What was changed in an essay, in the words of its page: for its title, and as the list below its text. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { fragmentLink, paragraphNumber } from '../citations/anchors.ts';
import { layoutAnchors } from '../citations/layout-anchors.ts';
import type { Messages } from '../i18n/load-messages.ts';
import { latestOf } from './changes.ts';
import type { Essay } from './essay.ts';
import { formatPartialDate, type PartialDate } from './partial-date.ts';

/** When the essay was changed, for its imprint, and where that is told. */
export interface Change {
  readonly text: string;
  readonly href?: string;
}

/** The last correction and the last other change. */
export function changesOf(
  { corrections, updated, lang }: Essay,
  messages: Messages,
): readonly Change[] {
  const corrected = latestOf(corrections.map(({ date }) => date));
  const say = (what: string, date: PartialDate) =>
    what + messages.colon + formatPartialDate(date, lang);
  return [
    ...(updated ? [{ text: say(messages.updated, updated) }] : []),
    ...(corrected
      ? [{ text: say(messages.corrected, corrected), href: `#${layoutAnchors.corrections}` }]
      : []),
  ];
}

/** Each with its date and, as a link, the paragraph; the dot between them ends no line. */
export function correctionsOf({ corrections, lang }: Essay, { paragraph, colon }: Messages) {
  if (corrections.length === 0) return undefined;
  const items = corrections.map(({ date, at, text }) => {
    const when = h('time', { dateTime: date.iso }, formatPartialDate(date, lang));
    const where =
      at === undefined ? [] : [plain('\u00a0·\u00a0'), linkTo(at, paragraph(paragraphNumber(at)))];
    const lead = toHtml([when, ...where, plain(colon)]);
    // Its first words stand on the line of the date.
    const isParagraph = text.html.startsWith('<p>');
    return `<li>${isParagraph ? `<p>${lead}${text.html.slice(3)}` : `<p>${lead}</p>${text.html}`}</li>`;
  });
  return { html: `<ul>${items.join('')}</ul>` };
}

function plain(value: string): ElementContent {
  return { type: 'text', value };
}

function linkTo(anchor: string, words: string): ElementContent {
  return h('a', { href: fragmentLink(anchor) }, words);
}
