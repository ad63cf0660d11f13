import type { APIRoute } from 'astro';
import { drawFavicon } from '../metadata/icons.ts';

export const GET: APIRoute = () =>
  new Response(drawFavicon(), { headers: { 'Content-Type': 'image/x-icon' } });
