/**
 * What Zotero saves of a page that no translator of its own is for: the rules of its translator "Embedded Metadata"
 * (https://github.com/zotero/translators, November 2026), as far as a page of ours can meet them.
 */
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { BuiltPage } from './read-page.ts';

/** An item of Zotero; a field is `undefined` where the page says nothing that it would take. */
export interface ZoteroItem {
  readonly type: string | undefined;
  readonly title: string | undefined;
  readonly people: readonly string[];
  readonly date: string | undefined;
  readonly publication: string | undefined;
  readonly url: string | undefined;
  readonly abstract: string | undefined;
  readonly language: string | undefined;
}

export function readByZotero(page: BuiltPage): ZoteroItem {
  const contents = (attribute: 'name' | 'property', end: string) =>
    page
      .attributes(`meta[${attribute}$="${end}"]`, 'content')
      .flatMap((content) => (typeof content === 'string' && content !== '' ? [content] : []));
  const first = (...names: string[]) => names.flatMap((name) => contents('name', name))[0];
  const authors = contents('name', 'citation_author');
  return {
    // It would also be one for the title alone, which it holds for a guess.
    type: first('citation_journal_title') === undefined ? undefined : 'journalArticle',
    title: first('citation_title') ?? page.texts('title')[0],
    people: authors.length > 0 ? authors : peopleNear(page),
    date: first('citation_date', 'dc.date'),
    publication: first('citation_journal_title'),
    url: first('citation_public_url') ?? canonicalOf(page),
    abstract: contents('property', 'og:description')[0] ?? first('description'),
    language: first('citation_language', 'dc.language'),
  };
}

/** Whom it takes for authors where the head names none: what a class calls a byline, else the one link to an author. */
function peopleNear(page: BuiltPage): string[] {
  const named = page.all('meta[name="author"], meta[property="article:author"]');
  const contents = named.map(({ properties }) => String(properties['content']));
  if (contents.length > 0) return contents;
  const bylines = page.all('[class]').filter(isByline);
  const links = page.all('a[rel~="author"]');
  const found = bylines.length > 0 || links.length > 1 ? bylines : links;
  return found.map((element) => textOf(element)).filter((text) => text.trim() !== '');
}

/** `byline`, `vcard`, and every class with one of these words in it, be it in capitals. */
function isByline({ properties: { className } }: Element): boolean {
  return /byline|vcard/i.test(Array.isArray(className) ? className.join(' ') : '');
}

function canonicalOf(page: BuiltPage): string | undefined {
  const [href] = page.attributes('link[rel="canonical"]', 'href');
  return typeof href === 'string' ? href : undefined;
}
