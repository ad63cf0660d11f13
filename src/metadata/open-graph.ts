import { orcidAddress } from '../essay/identifiers.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { MetaTag } from './highwire.ts';
import type { PublishedEssay } from './published-essay.ts';

/** Size of the picture, which networks want in the proportion of 1.91 to 1. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Name of the picture beside an essay, and of that of the site. */
export const cardName = 'card.png';

/** Open Graph (https://ogp.me/), as `property`. What networks need in full is left out where it is not known. */
export function openGraphTags(
  { essay, url, versions }: PublishedEssay,
  site: SiteIdentity,
): MetaTag[] {
  const others = [...(versions.original ? [versions.original] : []), ...versions.translations];
  const { fullTitle: title, summary: description, date, modified, lang } = essay;
  const { creators, keywords } = essay;
  return [
    ['og:type', 'article'],
    ['og:title', title],
    ...(description === undefined ? [] : [['og:description', description] as const]),
    ['og:site_name', site.title],
    ['og:locale', openGraphLocale(lang)],
    ...others.map((each): MetaTag => ['og:locale:alternate', openGraphLocale(each.lang)]),
    // A moment needs its day there.
    ...(date.day === undefined ? [] : [['article:published_time', date.iso] as const]),
    ...(modified?.day === undefined ? [] : [['article:modified_time', modified.iso] as const]),
    ...creators.flatMap(({ orcid }): MetaTag[] =>
      orcid === undefined ? [] : [['article:author', orcidAddress(orcid)]],
    ),
    ...keywords.map((keyword): MetaTag => ['article:tag', keyword]),
    ...(url === undefined ? [] : pictureTags(url, title)),
  ];
}

/** The first page: the site itself. */
export function siteOpenGraphTags(site: SiteIdentity): MetaTag[] {
  const url = absoluteUrl('', site.url);
  return [
    ['og:type', 'website'],
    ['og:title', site.title],
    ['og:description', site.description],
    ['og:locale', openGraphLocale(site.lang)],
    ...(url === undefined ? [] : pictureTags(url, site.title)),
  ];
}

function pictureTags(url: string, title: string): MetaTag[] {
  return [
    ['og:url', url],
    ['og:image', new URL(cardName, url).href],
    ['og:image:width', String(cardSize.width)],
    ['og:image:height', String(cardSize.height)],
    ['og:image:alt', title],
  ];
}

/** `en_US`: a language with its likely territory. */
function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
