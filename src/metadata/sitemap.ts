import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { type Archive, monthlyArchives, yearlyArchives } from '../essay/essay.ts';
import { absoluteUrl } from './absolute-url.ts';

/**
 * Every page of the site (https://www.sitemaps.org/protocol.html). The date of a page is that of the last change of its essays,
 * where its day is known: a month is no date there.
 */
export function toSitemap(essays: Archive['essays'], otherPaths: readonly string[], top: string) {
  const archives = [...yearlyArchives(essays), ...monthlyArchives(essays)];
  const pages = [
    ...['', ...otherPaths].map((path) => ({ path, essays })),
    ...archives,
    ...essays.map((essay) => ({ path: essay.path, essays: [essay] })),
  ];
  const urls = pages.map(({ path, essays: shown }) => {
    const dates = shown.map(({ date, modified = date }) =>
      modified.day === undefined ? undefined : modified.iso,
    );
    const lastmod = dates.includes(undefined) ? undefined : dates.toSorted().at(-1);
    return x('url', [
      x('loc', absoluteUrl(path, top) ?? ''),
      ...(lastmod === undefined ? [] : [x('lastmod', lastmod)]),
    ]);
  });
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(x('urlset', { xmlns }, urls))}\n`;
}
