import { site } from 'virtual:project';
import type { APIRoute } from 'astro';
import { toManifest } from '../metadata/icons.ts';

export const GET: APIRoute = () =>
  new Response(toManifest(site), { headers: { 'Content-Type': 'application/manifest+json' } });
