import { displayName } from '../bibliography/display-name.ts';
import { toPlain } from '../bibliography/rich-text.ts';
import { isoDate } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import type { AuthorName } from '../essay/author-name.ts';
import type { Contributor } from '../essay/contributor.ts';
import type { Funding } from '../essay/essay.ts';
import { orcidAddress } from '../essay/identifiers.ts';
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
    ['citation_title', essay.fullTitle],
    ...essay.creators.flatMap(authorTags),
    ...essay.editor.map((editor): MetaTag => ['citation_editor', authorName(editor)]),
    ...essay.translator.map((each): MetaTag => ['citation_translator', authorName(each)]),
    ['citation_date', withSlashes(essay.date.iso)],
    ['citation_language', essay.lang],
    // Zotero knows no other place for where an article stands; without it, the item has none.
    ['citation_journal_title', site.title],
    ['citation_publisher', site.title],
    ...(essay.doi === undefined ? [] : [['citation_doi', essay.doi] as const]),
    ...essay.keywords.map((keyword): MetaTag => ['citation_keywords', keyword]),
    ...(essay.abstract ? [['citation_abstract', essay.abstract.plain] as const] : []),
    ...(essay.series ? [['citation_series_title', essay.series.title] as const] : []),
    ...(essay.funding?.awards ?? []).map(fundingTag),
    ...(url === undefined ? [] : [['citation_public_url', url] as const]),
    ...(pdf === undefined ? [] : [['citation_pdf_url', pdf] as const]),
    ...sources.map(({ item }): MetaTag => ['citation_reference', reference(item)]),
  ];
}

/** What belongs to an author follows his or her name. */
function authorTags(author: Contributor): MetaTag[] {
  const { orcid, email, affiliation } = author;
  return [
    ['citation_author', authorName(author)],
    ...affiliation.map(({ name }): MetaTag => ['citation_author_institution', name]),
    ...(orcid === undefined ? [] : [['citation_author_orcid', orcidAddress(orcid)] as const]),
    ...(email === undefined ? [] : [['citation_author_email', email] as const]),
  ];
}

/** Fields as those of a reference. */
function fundingTag({ source, id }: Funding['awards'][number]): MetaTag {
  const fields = [
    ['funder', source.name],
    ['funder_id', source.ror],
    ['grant_number', id],
  ];
  return ['citation_funding_source', joinFields(fields)];
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
  return joinFields(fields.map(([field, value]) => [field, value && toPlain(value)]));
}

/** None may have the sign in it that parts them. */
function joinFields(fields: readonly (readonly (string | undefined)[])[]): string {
  return fields
    .flatMap(([field, value]) =>
      value ? [`citation_${field}=${value.replace(/\s*;\s*/g, ', ')}`] : [],
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
