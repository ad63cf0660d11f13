import { site } from 'virtual:project';
import type { APIRoute } from 'astro';
import { toLlmsText } from '../metadata/llms-txt.ts';
import { readSite } from './_site.ts';

export const GET: APIRoute = async () => new Response(toLlmsText(await readSite(), site));
