import { icon } from 'virtual:project';
import type { APIRoute } from 'astro';
import { drawIcon } from '../metadata/icons.ts';

export const GET: APIRoute = () =>
  new Response(drawIcon(icon, 512), { headers: { 'Content-Type': 'image/png' } });
