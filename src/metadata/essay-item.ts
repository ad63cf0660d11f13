import type { CslItem } from '../bibliography/source.ts';
import type { Essay } from '../essay/essay.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';

/** The essay as CSL-JSON: a page of `site`, with what is known of it and nothing else. */
export function essayItem(essay: Essay, site: SiteIdentity): CslItem {
  const url = absoluteUrl(essay.path, site.url);
  const { title, date, lang, description, creators, slug } = essay;
  const id = `${slug}-${date.year}`;
  return {
    id,
    'citation-key': id,
    type: 'webpage',
    title,
    ...(creators.length > 0 && { author: creators.map(({ name }) => name) }),
    issued: { 'date-parts': [dateParts(date)] },
    'container-title': site.title,
    ...(description !== undefined && { abstract: description }),
    language: lang,
    ...(url !== undefined && { URL: url }),
  };
}

function dateParts({ year, month, day }: PartialDate): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}
