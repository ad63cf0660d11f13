import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { readAuthorName } from '../essay/author-name.ts';
import type { Contributor } from '../essay/contributor.ts';
import { orcidAddress } from '../essay/identifiers.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';
import { versionUrl } from './hreflang.ts';
import type { PublishedEssay } from './published-essay.ts';

/** Address of the feed from the top of the site. */
export const feedPath = 'feed.xml';

/** An essay with its full text, as HTML that can stand anywhere. */
export interface FeedEntry {
  readonly published: PublishedEssay;
  readonly html: string;
}

/** An Atom feed (RFC 4287) of the site at `top`, with the newest entry first. */
export function toAtom(entries: readonly FeedEntry[], site: SiteIdentity, top: string): string {
  const home = absoluteUrl('', top) ?? top;
  const newest = entries
    .map(({ published: { essay } }) => atomMoment(essay.modified ?? essay.date))
    .toSorted()
    .at(-1);
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.lang }, [
    x('id', home),
    x('title', plain(site.title)),
    x('subtitle', plain(site.description)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: absoluteUrl(feedPath, top) }),
    x('link', { rel: 'alternate', type: 'text/html', href: home }),
    ...(site.authors.length > 0 ? siteAuthors(site) : [siteAsAuthor(site)]),
    x('updated', newest ?? '1970-01-01T00:00:00Z'),
    ...entries.map((entry) => toEntry(entry, site)),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(feed, { closeEmptyElements: true })}\n`;
}

function toEntry({ published: { essay, url, versions }, html }: FeedEntry, site: SiteIdentity) {
  const others = [...(versions.original ? [versions.original] : []), ...versions.translations];
  const { fullTitle, date, lang, creators, editor, translator, summary, keywords } = essay;
  return x('entry', { 'xml:lang': lang }, [
    x('id', url),
    x('title', plain(fullTitle)),
    x('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...others.map((version) => {
      const href = versionUrl(version, site);
      return x('link', { rel: 'alternate', type: 'text/html', hreflang: version.lang, href });
    }),
    // RFC 4946.
    ...(essay.license ? [x('link', { rel: 'license', href: essay.license.url })] : []),
    // An entry without authors would have those of the feed (RFC 4287, 4.2.1), whom its essay does not name.
    ...(creators.length === 0 && site.authors.length > 0
      ? [siteAsAuthor(site)]
      : creators.map((each) => person('author', each))),
    ...[...editor, ...translator].map((each) => person('contributor', each)),
    ...keywords.map((keyword) => x('category', { term: plain(keyword) })),
    x('published', atomMoment(date)),
    x('updated', atomMoment(essay.modified ?? date)),
    ...(essay.copyright === undefined ? [] : [x('rights', plain(essay.copyright))]),
    ...(summary === undefined ? [] : [x('summary', plain(summary))]),
    x('content', { type: 'html' }, plain(html)),
  ]);
}

/** RFC 4287, 3.2: a name, an address that stands for the person, and one to write to. */
function person(
  element: 'author' | 'contributor',
  { text, orcid, email }: Pick<Contributor, 'text' | 'orcid' | 'email'>,
) {
  return x(element, [
    x('name', plain(text)),
    ...(orcid === undefined ? [] : [x('uri', orcidAddress(orcid))]),
    ...(email === undefined ? [] : [x('email', email)]),
  ]);
}

function siteAuthors(site: SiteIdentity) {
  return site.authors.map((typed) => person('author', readAuthorName(typed)));
}

/** Atom demands an author: where nobody is named, the site answers. */
function siteAsAuthor(site: SiteIdentity) {
  return person('author', { text: site.title });
}

/** Atom demands a moment: the beginning of what is known. */
function atomMoment({ year, month = 1, day = 1 }: PartialDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`;
}

/** Without the characters that XML 1.0 cannot hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
