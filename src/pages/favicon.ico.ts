import { icon } from 'virtual:project';
import type { APIRoute } from 'astro';
import { drawFavicon } from '../metadata/icons.ts';

export const GET: APIRoute = () =>
  new Response(drawFavicon(icon), { headers: { 'Content-Type': 'image/x-icon' } });
