/** The essay's own record as JATS has it, in the order of its content model, with what JATS4R asks for. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Essay } from '../essay/essay.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import type { EditionDocument } from './document.ts';
import { messagesOf } from './edition-matter.ts';
import { institution, jatsContributors } from './jats-contributors.ts';

/** `place` is where formatted text of a section is to stand. */
export function jatsFront(document: EditionDocument, place: (name: string) => Element): Element {
  const { essay, address, siteTitle } = document;
  const { date, description, abstract, dedication } = essay;
  return x('front', [
    x('journal-meta', [x('journal-title-group', [x('journal-title', siteTitle)])]),
    x('article-meta', [
      element('article-id', essay.doi, { 'pub-id-type': 'doi' }),
      element('article-version', essay.version),
      ...categories(essay),
      x('title-group', [x('article-title', essay.title), element('subtitle', essay.subtitle)]),
      ...jatsContributors(essay),
      ...notesOf(document, place),
      dateOf(date),
      ...history(essay),
      ...permissions(essay),
      element('self-uri', address, { 'xlink:href': address }),
      ...versions(document),
      abstract && x('abstract', [place('abstract')]),
      description === undefined
        ? undefined
        : x('abstract', { 'abstract-type': 'teaser' }, [x('p', description)]),
      ...keywords(document),
      ...funding(essay),
    ]),
    dedication && x('notes', { 'notes-type': 'dedication' }, [place('dedication')]),
  ]);
}

/** An element of a text that may not be there. */
function element(name: string, text: string | undefined, attributes = {}): Element | undefined {
  return text === undefined ? undefined : x(name, attributes, text);
}

function categories({ series }: Essay): Element[] {
  if (series === undefined) return [];
  const text = series.number === undefined ? undefined : element('series-text', series.number);
  return [x('article-categories', [x('series-title', series.title), text])];
}

/** https://jats4r.niso.org/conflict-of-interest-statements/ */
function notesOf(
  { essay: { creators, competingInterests }, ...document }: EditionDocument,
  place: (name: string) => Element,
): Element[] {
  const { correspondence, colon } = messagesOf(document);
  const writing = creators.filter(({ corresponding }) => corresponding);
  const notes = [
    ...writing.flatMap(({ email }) =>
      email === undefined ? [] : [x('corresp', [`${correspondence}${colon}`, x('email', email)])],
    ),
    ...(competingInterests
      ? [x('fn', { 'fn-type': 'coi-statement' }, [place('competingInterests')])]
      : []),
  ];
  return notes.length === 0 ? [] : [x('author-notes', notes)];
}

function dateOf(date: PartialDate): Element {
  const attributes = {
    'date-type': 'pub',
    'publication-format': 'electronic',
    'iso-8601-date': date.iso,
  };
  return x('pub-date', attributes, partsOf(date));
}

function partsOf({ year, month, day }: PartialDate) {
  return [
    day === undefined ? undefined : x('day', String(day)),
    month === undefined ? undefined : x('month', String(month)),
    x('year', String(year)),
  ];
}

/** What became of it since it was published; a correction says of which paragraph it is. */
function history({ corrections, updated }: Essay): Element[] {
  const events = [
    ...(updated ? [event('updated', updated)] : []),
    ...corrections.map(({ date, text, at }) =>
      event('corrected', date, at === undefined ? text.plain : `#${at}: ${text.plain}`),
    ),
  ];
  return events.length === 0 ? [] : [x('pub-history', events)];
}

function event(type: string, date: PartialDate, description?: string): Element {
  return x('event', { 'event-type': type }, [
    element('event-desc', description),
    x('date', { 'date-type': type, 'iso-8601-date': date.iso }, partsOf(date)),
  ]);
}

/** https://jats4r.niso.org/permissions/; year and holder as far as the essay says them: `© 2026 Anna Müller`. */
function permissions({ copyright, license }: Essay): Element[] {
  if (copyright === undefined && license === undefined) return [];
  const [, year, holder] =
    /^(?:©|\(c\)|copyright)?\s*(\d{4})\s+(?:by\s+)?([^.]+)\.?$/i.exec(copyright ?? '') ?? [];
  return [
    x('permissions', [
      element('copyright-statement', copyright),
      element('copyright-year', year),
      element('copyright-holder', holder),
      license &&
        x('license', { 'xlink:href': license.url, 'xml:lang': 'en' }, [
          x('ali:license_ref', license.url),
          x('license-p', license.name),
        ]),
    ]),
  ];
}

/** What it was translated from, and into. */
function versions({ versions: { original, translations } }: EditionDocument): Element[] {
  const related = [
    ...(original ? [{ type: 'translation-of', version: original }] : []),
    ...translations.map((version) => ({ type: 'translation', version })),
  ];
  return related.map(({ type, version: { title, lang, url } }) =>
    x(
      'related-article',
      {
        'related-article-type': type,
        'xml:lang': lang,
        ...(url !== undefined && { 'ext-link-type': 'uri', 'xlink:href': url }),
      },
      [x('article-title', title)],
    ),
  );
}

function keywords(document: EditionDocument): Element[] {
  const { essay } = document;
  if (essay.keywords.length === 0) return [];
  const title = x('title', messagesOf(document).keywords);
  const words = essay.keywords.map((keyword) => x('kwd', keyword));
  return [
    x('kwd-group', { 'kwd-group-type': 'author', 'xml:lang': essay.lang }, [title, ...words]),
  ];
}

/** https://jats4r.niso.org/funding/ */
function funding({ funding: given }: Essay): Element[] {
  if (given === undefined) return [];
  const awards = given.awards.map(({ source, id }) =>
    x('award-group', [x('funding-source', [institution(source)]), element('award-id', id)]),
  );
  return [x('funding-group', [...awards, element('funding-statement', given.statement?.plain)])];
}
