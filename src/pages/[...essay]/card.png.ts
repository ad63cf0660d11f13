import { site } from 'virtual:project';
import type { APIRoute } from 'astro';
import { formatPartialDate } from '../../essay/partial-date.ts';
import { mapSquare } from '../../maps/map-svg.ts';
import { cachedCard } from '../../metadata/cached-card.ts';
import { readEssay } from '../_site.ts';

export { essayPaths as getStaticPaths } from '../_site.ts';

export const GET: APIRoute<{ slug: string }> = async ({ props: { slug } }) => {
  const { essay } = (await readEssay(slug)).published;
  const date = formatPartialDate(essay.date, site.lang);
  const map = essay.picture?.map && mapSquare(essay.picture.map);
  const card = await cachedCard({ title: essay.title, date, siteTitle: site.title }, map);
  return new Response(card, { headers: { 'Content-Type': 'image/png' } });
};
