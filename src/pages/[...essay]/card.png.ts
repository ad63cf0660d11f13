import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { mapSquare } from '../../maps/map-svg.ts';
import { cachedCard } from '../../metadata/cached-card.ts';
import { formatPartialDate } from '../../metadata/partial-date.ts';
import { site } from '../../site.ts';
import { readSite } from '../_site.ts';

export async function getStaticPaths() {
  return (await readSite()).map(({ published: { essay } }) => ({
    params: { essay: essay.path.slice(0, -1) },
    props: { essay },
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { essay } }) => {
  const date = formatPartialDate(essay.date, site.lang);
  const map = essay.picture?.map && mapSquare(essay.picture.map);
  const card = await cachedCard({ title: essay.title, date, siteTitle: site.title }, map);
  return new Response(card, { headers: { 'Content-Type': 'image/png' } });
};
