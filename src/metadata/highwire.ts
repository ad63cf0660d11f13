import { displayName } from '../bibliography/display-name.ts';
import { toPlain } from '../bibliography/rich-text.ts';
import { isoDate } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import type { AuthorName } from '../essay/author-name.ts';
import type { SiteIdentity } from '../site.ts';
import type { PublishedEssay } from './published-essay.ts';

/** A `<meta>` of the head: its name and its content. */
export type MetaTag = readonly [name: string, content: string];

/**
 * Highwire Press tags, as Google Scholar (https://scholar.google.com/intl/en/scholar/inclusion.html) and Zotero
 * (its translator "Embedded Metadata") read them. `pdf` is the address of the essay as PDF, when there is one.
 */
export function highwireTags(
  { essay, url, sources }: PublishedEssay,
  site: SiteIdentity,
  pdf?: string,
): MetaTag[] {
  return [
    ['citation_title', essay.title],
    ...essay.creators.map((author): MetaTag => ['citation_author', authorName(author)]),
    ['citation_date', withSlashes(essay.date.iso)],
    ['citation_language', essay.lang],
    // Zotero knows no other place for where an article stands; without it, the item has none.
    ['citation_journal_title', site.title],
    ['citation_publisher', site.title],
    ...(url === undefined ? [] : [['citation_public_url', url] as const]),
    ...(pdf === undefined ? [] : [['citation_pdf_url', pdf] as const]),
    ...sources.map(({ item }): MetaTag => ['citation_reference', reference(item)]),
  ];
}

/**
 * Zotero takes "Berg, Jan" for family name and given name, but parts "van der Berg, Jan Willem" into two authors,
 * as it does with any name of two words on either side of a comma, and every name at a semicolon. So a name that is
 * not in two parts has neither.
 */
function authorName({ text, name: { family, given } }: AuthorName): string {
  const isParted = family?.includes(' ') && given?.includes(' ');
  return family === undefined || isParted ? text.replace(/[,;]/g, '') : `${family}, ${given}`;
}

/** Fields that are parted by semicolons, so that none may have one in it. */
function reference(item: CslItem): string {
  const names = (item.author ?? item.editor ?? []).map(displayName);
  const fields = [
    ['title', item.title],
    ...names.map((name) => ['author', name]),
    ['publication_date', isoDate(item.issued)?.replaceAll('-', '/')],
    [containerField(item.type), item['container-title']],
    [item.type === 'report' ? 'technical_report_institution' : 'publisher', item.publisher],
    ['doi', item.DOI],
  ];
  return fields
    .flatMap(([field, value]) =>
      value ? [`citation_${field}=${toPlain(value).replace(/\s*;\s*/g, ', ')}`] : [],
    )
    .join(';');
}

function containerField(type: string): string {
  if (type === 'chapter') return 'inbook_title';
  return type === 'paper-conference' ? 'conference_title' : 'journal_title';
}

function withSlashes(iso: string): string {
  return iso.replaceAll('-', '/');
}
