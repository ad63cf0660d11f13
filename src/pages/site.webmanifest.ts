import type { APIRoute } from 'astro';
import { toManifest } from '../metadata/icons.ts';

export const GET: APIRoute = () =>
  new Response(toManifest(), { headers: { 'Content-Type': 'application/manifest+json' } });
