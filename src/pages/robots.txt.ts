import { site } from 'virtual:project';
import type { APIRoute } from 'astro';
import { absoluteUrl } from '../metadata/absolute-url.ts';

/** Everything may be read; where the map of the site is, only a site that knows its address can say. */
export const GET: APIRoute = () => {
  const sitemap = absoluteUrl('sitemap.xml', site.url);
  const lines = ['User-agent: *', 'Allow: /', ...(sitemap ? ['', `Sitemap: ${sitemap}`] : [])];
  return new Response(`${lines.join('\n')}\n`);
};
