import type { CslItem } from '../bibliography/source.ts';
import type { Essay } from '../essay/essay.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';

/**
 * The essay as CSL-JSON: a page of `site`, with what is known of it and nothing else. `original` is the title of what
 * it is a translation of.
 */
export function essayItem(essay: Essay, site: SiteIdentity, original?: string): CslItem {
  const url = absoluteUrl(essay.path, site.url);
  const { fullTitle, date, lang, description, abstract, creators, editor, translator, slug } =
    essay;
  const { keywords, series, version, doi } = essay;
  const summary = abstract?.plain ?? description;
  const id = `${slug}-${date.year}`;
  return {
    id,
    'citation-key': id,
    type: 'webpage',
    title: fullTitle,
    ...(creators.length > 0 && { author: creators.map(({ name }) => name) }),
    issued: { 'date-parts': [dateParts(date)] },
    ...(original !== undefined && { 'original-title': original }),
    'container-title': site.title,
    ...(editor.length > 0 && { editor: editor.map(({ name }) => name) }),
    ...(translator.length > 0 && { translator: translator.map(({ name }) => name) }),
    ...(series !== undefined && { 'collection-title': series.title }),
    ...(series?.number !== undefined && { 'collection-number': series.number }),
    ...(version !== undefined && { version }),
    ...(summary !== undefined && { abstract: summary }),
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    language: lang,
    ...(doi !== undefined && { DOI: doi }),
    ...(url !== undefined && { URL: url }),
  };
}

function dateParts({ year, month, day }: PartialDate): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}
