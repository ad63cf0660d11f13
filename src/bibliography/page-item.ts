/**
 * A page of the web as a source, by what it says of itself: Highwire Press tags, as Google Scholar and Zotero read
 * them, then Dublin Core, then Open Graph. What it does not say is left out.
 */
import { Parser } from 'htmlparser2';
import { isoDate } from './robust-link.ts';
import { type CslItem, type CslName, cslItem } from './source.ts';

/** What a page says, by names in lower case, each as often as it says it. */
type Said = ReadonlyMap<string, readonly string[]>;

/** `address` is the one by which the page was asked for; `today` is the day of that, in ISO 8601. */
export function pageItem(html: string, address: string, today: string): CslItem {
  const said = readHead(html);
  const first = (...names: readonly string[]) =>
    names.map((name) => said.get(name)?.[0]).find((value) => value !== undefined);
  const type = typeOf(said);
  const issued = first(
    ...['citation_publication_date', 'citation_date', 'citation_online_date'],
    ...['dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dc.date.created'],
    ...['article:published_time', 'date', 'pubdate', 'publishdate'],
  );
  const [start, end] = [first('citation_firstpage'), first('citation_lastpage')];
  const fields = {
    id: '',
    type,
    title: first('citation_title', 'dc.title', 'dcterms.title', 'og:title', 'title'),
    author: authorsOf(said),
    issued: dateOf(issued),
    accessed: dateOf(today),
    'container-title': first(
      ...['citation_journal_title', 'citation_conference_title', 'citation_inbook_title'],
      ...(type === 'webpage' ? ['og:site_name'] : []),
    ),
    publisher: first(
      ...['citation_dissertation_institution', 'citation_technical_report_institution'],
      ...['citation_publisher', 'dc.publisher', 'dcterms.publisher'],
    ),
    volume: first('citation_volume'),
    issue: first('citation_issue'),
    page: start && (end ? `${start}-${end}` : start),
    ISSN: first('citation_issn'),
    ISBN: first('citation_isbn'),
    language: first('citation_language', 'dc.language', 'dcterms.language', 'lang'),
    DOI: doiOf(first('citation_doi', 'dc.identifier', 'dcterms.identifier')),
    URL: address,
  };
  return cslItem.parse(
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  );
}

function readHead(html: string): Said {
  const said = new Map<string, string[]>();
  const say = (name: string, value: string | undefined) => {
    const text = value?.replace(/\s+/g, ' ').trim();
    if (text) said.set(name, [...(said.get(name) ?? []), text]);
  };
  let title: string | undefined;
  const parser = new Parser({
    onopentag(name, { lang, content, property, name: named }) {
      if (name === 'html') say('lang', lang);
      if (name === 'title' && title === undefined) title = '';
      // Some write Dublin Core as `DC.title`, some as `dc:title`.
      const meta = (named ?? property)?.toLowerCase().replace(/^(dc|dcterms):/, '$1.');
      if (name === 'meta' && meta !== undefined) say(meta, content);
    },
    ontext(text) {
      if (title !== undefined && !said.has('title')) title += text;
    },
    onclosetag(name) {
      if (name === 'title' && !said.has('title')) say('title', title);
    },
  });
  parser.end(html);
  return said;
}

function typeOf(said: Said): string {
  if (said.has('citation_journal_title')) return 'article-journal';
  if (said.has('citation_conference_title')) return 'paper-conference';
  if (said.has('citation_inbook_title')) return 'chapter';
  if (said.has('citation_dissertation_institution')) return 'thesis';
  if (said.has('citation_technical_report_institution')) return 'report';
  return said.has('citation_isbn') ? 'book' : 'webpage';
}

/** A name with a comma has two parts; of any other nobody knows which is which. */
function authorsOf(said: Said): CslName[] | undefined {
  const lists = ['citation_author', 'dc.creator', 'dcterms.creator', 'article:author', 'author'];
  const names = lists
    .map((name) => (said.get(name) ?? []).filter((each) => !/^https?:/i.test(each)))
    .find((each) => each.length > 0);
  return names
    ?.flatMap((name) => name.split(/\s*;\s*/))
    .map((name) => {
      const [family, given, ...rest] = name.split(/\s*,\s*/);
      return family && given && rest.length === 0 ? { family, given } : { literal: name };
    });
}

/** The beginning of `2018-11-02T10:20:30Z` or `2018/11/02`, as far as it is of the calendar. */
function dateOf(text: string | undefined): CslItem['issued'] {
  const match = /^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?!\d)/.exec(text ?? '');
  const parts = match?.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const date = parts && { 'date-parts': [parts] };
  return isoDate(date) === undefined ? undefined : date;
}

function doiOf(text: string | undefined): string | undefined {
  return /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(text ?? '')?.[0];
}
