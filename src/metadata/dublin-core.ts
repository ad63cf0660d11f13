import { doiAddress } from '../essay/identifiers.ts';
import type { Version } from '../essay/versions.ts';
import type { SiteIdentity } from '../site.ts';
import type { MetaTag } from './highwire.ts';
import { versionUrl } from './hreflang.ts';
import type { PublishedEssay } from './published-essay.ts';

/** Dublin Core elements, for readers that know no Highwire (DCMI, "Expressing Dublin Core in HTML"). */
export function dublinCoreTags(
  { essay, url, versions }: PublishedEssay,
  site: SiteIdentity,
): MetaTag[] {
  const link = (version: Version) => versionUrl(version, site);
  const first = versions.original && link(versions.original);
  const { abstract, keywords, editor, translator, series, copyright, license, doi } = essay;
  const others = [...editor, ...translator];
  return [
    ['dc.title', essay.fullTitle],
    ...essay.authors.map((author): MetaTag => ['dc.creator', author]),
    ...others.map(({ text }): MetaTag => ['dc.contributor', text]),
    ['dc.date', essay.date.iso],
    ...(essay.modified ? [['dcterms.modified', essay.modified.iso] as const] : []),
    ['dc.language', essay.lang],
    ['dc.publisher', site.title],
    ['dc.type', 'Text'],
    ...(first === undefined ? [] : [['dcterms.isVersionOf', first] as const]),
    ...versions.translations.flatMap((each): MetaTag[] => {
      const href = link(each);
      return href === undefined ? [] : [['dcterms.hasVersion', href]];
    }),
    ...(url === undefined ? [] : [['dc.identifier', url] as const]),
    ...(doi === undefined ? [] : [['dc.identifier', doiAddress(doi)] as const]),
    ...keywords.map((keyword): MetaTag => ['dc.subject', keyword]),
    ...(abstract === undefined ? [] : [['dc.description', abstract.plain] as const]),
    ...(series === undefined ? [] : [['dcterms.isPartOf', series.title] as const]),
    ...(copyright === undefined ? [] : [['dc.rights', copyright] as const]),
    ...(license === undefined ? [] : [['dcterms.license', license.url] as const]),
  ];
}
