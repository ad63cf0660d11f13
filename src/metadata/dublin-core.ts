import type { SiteIdentity } from '../site.ts';
import type { MetaTag } from './highwire.ts';
import type { PublishedEssay } from './published-essay.ts';

/** Dublin Core elements, for readers that know no Highwire (DCMI, "Expressing Dublin Core in HTML"). */
export function dublinCoreTags({ essay, url }: PublishedEssay, site: SiteIdentity): MetaTag[] {
  return [
    ['dc.title', essay.title],
    ...essay.authors.map((author): MetaTag => ['dc.creator', author]),
    ['dc.date', essay.date.iso],
    ['dc.language', essay.lang],
    ['dc.publisher', site.title],
    ['dc.type', 'Text'],
    ...(url === undefined ? [] : [['dc.identifier', url] as const]),
  ];
}
