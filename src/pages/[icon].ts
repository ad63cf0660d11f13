import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawFavicon, drawIcon, pictures } from '../metadata/icons.ts';

export function getStaticPaths() {
  return [
    { params: { icon: 'favicon.ico' }, props: { width: undefined } },
    ...Object.entries(pictures).map(([icon, width]) => ({ params: { icon }, props: { width } })),
  ];
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { width } }) =>
  width === undefined
    ? new Response(drawFavicon(), { headers: { 'Content-Type': 'image/x-icon' } })
    : new Response(drawIcon(width), { headers: { 'Content-Type': 'image/png' } });
