/** Links between the versions of an essay in several languages (https://html.spec.whatwg.org/#attr-link-hreflang). */
import type { Version, Versions } from '../essay/versions.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { PublishedEssay } from './published-essay.ts';
import { relativeLink } from './relative-link.ts';

interface LanguageLink {
  /** BCP 47. */
  readonly lang: string;
  readonly href: string;
}

/** Of an essay in several languages: each version with its own, which search engines ask for. */
export function hreflangLinks(
  { essay, versions }: PublishedEssay,
  site: SiteIdentity,
): LanguageLink[] {
  const { original, translations } = versions;
  const others = [...(original ? [original] : []), ...translations];
  if (others.length === 0) return [];
  const all: Version[] = [{ title: essay.title, lang: essay.lang, path: essay.path }, ...others];
  return all.map((version) => {
    return {
      lang: version.lang,
      href: versionUrl(version, site) ?? versionLink(version, essay.path),
    };
  });
}

/** The address of a version in full; `undefined` when nobody says where the site is. */
export function versionUrl({ url, path }: Version, site: SiteIdentity): string | undefined {
  return url ?? (path === undefined ? undefined : absoluteUrl(path, site.url));
}

/** The link to a version from the page at `from`. */
export function versionLink({ url, path = '' }: Version, from: string): string {
  return url ?? relativeLink(from, path);
}

/** With full addresses where they are known, for what is read away from the site. */
export function publishedVersions(
  { original, translations }: Versions,
  site: SiteIdentity,
): Versions {
  const publish = ({ title, lang, ...version }: Version): Version => {
    const url = versionUrl({ title, lang, ...version }, site);
    return { title, lang, ...(url !== undefined && { url }) };
  };
  return { original: original && publish(original), translations: translations.map(publish) };
}
