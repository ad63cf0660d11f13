import type { APIRoute } from 'astro';
import { readSite } from '../essays.ts';
import { toLlmsText } from '../metadata/llms-txt.ts';

export const GET: APIRoute = async () => new Response(toLlmsText(await readSite()));
