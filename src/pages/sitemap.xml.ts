import { site } from 'virtual:project';
import type { APIRoute } from 'astro';
import { sourcesPath } from '../citations/source-anchor.ts';
import { toSitemap } from '../metadata/sitemap.ts';
import { listedEssays } from './_site.ts';

/** A map of the site has full addresses only, so there is none while nobody says where the site is. */
export const GET: APIRoute = async () => {
  if (site.url === undefined) return new Response(null, { status: 404 });
  return new Response(toSitemap(await listedEssays(), [sourcesPath], site.url), {
    headers: { 'Content-Type': 'application/xml' },
  });
};
