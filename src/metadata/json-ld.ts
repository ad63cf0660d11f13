/** What the pages are, in the words of https://schema.org/. Whoever does not know an address says none. */
import type {
  BreadcrumbList,
  CollectionPage,
  CreativeWorkSeries,
  Grant,
  Graph,
  Person,
  ScholarlyArticle,
  WebSite,
} from 'schema-dts';
import { fragmentLink } from '../citations/anchors.ts';
import { type AuthorName, readAuthorName } from '../essay/author-name.ts';
import type { Contributor } from '../essay/contributor.ts';
import type { Archive } from '../essay/essay.ts';
import { doiAddress, orcidAddress } from '../essay/identifiers.ts';
import { formatPartialDate, toMonth, toYear } from '../essay/partial-date.ts';
import type { Organization as NamedOrganization } from '../essay/people.ts';
import type { Version } from '../essay/versions.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';
import { versionUrl } from './hreflang.ts';
import { cardName } from './open-graph.ts';
import type { PublishedEssay } from './published-essay.ts';
import { sourceThing } from './source-thing.ts';

/** An essay with all it cites, and where it stands in the site. */
export function essayGraph(published: PublishedEssay, site: SiteIdentity): Graph {
  const things = [article(published, site), breadcrumbs(published, site)];
  return {
    '@context': 'https://schema.org',
    '@graph': things.filter((thing) => thing !== undefined),
  };
}

export function siteGraph(site: SiteIdentity): Graph {
  return { '@context': 'https://schema.org', '@graph': [webSite(site)] };
}

/** A page that lists essays, or sources. */
export function collectionGraph(
  name: string,
  path: string,
  essays: Archive['essays'],
  site: SiteIdentity,
): Graph {
  const url = absoluteUrl(path, site.url);
  const parts = essays.map((essay): ScholarlyArticle => {
    const address = absoluteUrl(essay.path, site.url);
    return { '@type': 'ScholarlyArticle', name: essay.fullTitle, ...(address && { url: address }) };
  });
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    name,
    ...(url && { url }),
    isPartOf: webSite(site),
    ...(parts.length > 0 && { hasPart: parts }),
  };
  return { '@context': 'https://schema.org', '@graph': [page] };
}

/** JSON that may stand inside `<script>`: what could end the element is written as an escape. */
export function toScriptText(graph: Graph): string {
  const escapes: Record<string, string> = {
    '<': '\\u003c',
    '\u2028': '\\u2028',
    '\u2029': '\\u2029',
  };
  return JSON.stringify(graph).replace(/[<\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);
}

function article(
  { essay, url, sources, versions }: PublishedEssay,
  site: SiteIdentity,
): ScholarlyArticle {
  const { title, subtitle, summary, date, lang, creators, editor, translator } = essay;
  const { abstract, keywords, version, license, copyright, doi } = essay;
  return {
    '@type': 'ScholarlyArticle',
    ...(url && { '@id': url, url, image: new URL(cardName, url).href }),
    headline: title,
    ...(subtitle && { alternativeHeadline: subtitle }),
    ...(summary && { description: summary }),
    ...(abstract && { abstract: abstract.plain }),
    ...(keywords.length > 0 && { keywords }),
    ...(creators.length > 0 && { author: creators.map(contributor) }),
    ...editorsOf(editor),
    ...(translator.length > 0 && { translator: translator.map(contributor) }),
    datePublished: date.iso,
    ...(essay.modified && { dateModified: essay.modified.iso }),
    ...correctionsOf(essay, url),
    inLanguage: lang,
    ...(version && { version }),
    ...(versions.original && { translationOfWork: versionThing(versions.original, site) }),
    // What is a translation has none of its own.
    ...(!versions.original &&
      versions.translations.length > 0 && {
        workTranslation: versions.translations.map((each) => versionThing(each, site)),
      }),
    isPartOf: partsOf(essay, site),
    ...(doi && {
      identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: doi, url: doiAddress(doi) },
      sameAs: doiAddress(doi),
    }),
    ...(license && { license: license.url }),
    ...(copyright && { copyrightNotice: copyright }),
    ...fundingOf(essay),
    ...(sources.length > 0 && { citation: sources.map(({ item }) => sourceThing(item)) }),
  };
}

/** schema.org knows no corporate editors, but contributors. */
function editorsOf(editors: readonly Contributor[]) {
  const { people = [], others = [] } = Object.groupBy(editors, (each) =>
    isPerson(each) ? 'people' : 'others',
  );
  return {
    ...(people.length > 0 && { editor: people.map(person) }),
    ...(others.length > 0 && { contributor: others.map(contributor) }),
  };
}

/** A site of one, and the series where there is one. */
function partsOf({ series }: PublishedEssay['essay'], site: SiteIdentity) {
  const whole: WebSite = { '@type': 'WebSite', name: site.title };
  if (series === undefined) return whole;
  const { title, number } = series;
  const part: CreativeWorkSeries = {
    '@type': 'CreativeWorkSeries',
    name: title,
    ...(number && { identifier: number }),
  };
  return [whole, part];
}

function versionThing(version: Version, site: SiteIdentity) {
  const url = versionUrl(version, site);
  return {
    '@type': 'ScholarlyArticle' as const,
    ...(url && { '@id': url, url }),
    name: version.title,
    inLanguage: version.lang,
  };
}

function correctionsOf({ corrections }: PublishedEssay['essay'], url: string | undefined) {
  if (corrections.length === 0) return {};
  return {
    correction: corrections.map(({ date, text, at }) => ({
      '@type': 'CorrectionComment' as const,
      text: text.plain,
      datePublished: date.iso,
      ...(url && at && { url: url + fragmentLink(at) }),
    })),
  };
}

function fundingOf({ funding }: PublishedEssay['essay']): { funding?: Grant[] } {
  if (funding === undefined || funding.awards.length === 0) return {};
  return {
    funding: funding.awards.map(({ source, id }) => ({
      '@type': 'Grant',
      ...(id && { identifier: id }),
      funder: organization(source),
    })),
  };
}

function contributor(each: Contributor) {
  return isPerson(each) ? person(each) : { '@type': 'Organization' as const, name: each.text };
}

function isPerson({ kind }: Contributor): boolean {
  return kind === 'person';
}

function person({ text, orcid, email, affiliation }: Contributor): Exclude<Person, string> {
  return {
    '@type': 'Person',
    ...(orcid && { '@id': orcidAddress(orcid) }),
    name: text,
    ...(affiliation.length > 0 && { affiliation: affiliation.map(organization) }),
    ...(email && { email }),
  };
}

function organization({ name, ror }: NamedOrganization) {
  return { '@type': 'Organization' as const, ...(ror && { '@id': ror }), name };
}

function creator({ text, kind }: AuthorName) {
  return kind === 'person'
    ? { '@type': 'Person' as const, name: text }
    : { '@type': 'Organization' as const, name: text };
}

function webSite(site: SiteIdentity): WebSite {
  const url = absoluteUrl('', site.url);
  return {
    '@type': 'WebSite',
    name: site.title,
    description: site.description,
    inLanguage: site.lang,
    ...(site.authors.length > 0 && {
      author: site.authors.map((typed) => creator(readAuthorName(typed))),
    }),
    ...(url && { url }),
  };
}

/** The site, the year, the month where it is known, and the essay. */
function breadcrumbs(
  { essay: { title, date, path } }: PublishedEssay,
  site: SiteIdentity,
): BreadcrumbList | undefined {
  const [year, month] = path.split('/');
  const steps = [
    { name: site.title, path: '' },
    { name: formatPartialDate(toYear(date), site.lang), path: `${year}/` },
    ...(date.month === undefined
      ? []
      : [{ name: formatPartialDate(toMonth(date), site.lang), path: `${year}/${month}/` }]),
    { name: title, path },
  ];
  if (site.url === undefined) return undefined;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: absoluteUrl(step.path, site.url) ?? '',
    })),
  };
}
