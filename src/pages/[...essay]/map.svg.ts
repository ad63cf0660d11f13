import type { APIRoute } from 'astro';
import { mapThumbnail } from '../../maps/map-svg.ts';
import { readEssay } from '../_site.ts';

export { mapPaths as getStaticPaths } from '../_site.ts';

export const GET: APIRoute<{ slug: string }> = async ({ props: { slug } }) => {
  const { map } = (await readEssay(slug)).published.essay.picture ?? {};
  return new Response(map && mapThumbnail(map), { headers: { 'Content-Type': 'image/svg+xml' } });
};
