import type { APIRoute } from 'astro';
import { toLlmsText } from '../metadata/llms-txt.ts';
import { readSite } from './_site.ts';

export const GET: APIRoute = async () => {
  const essays = await readSite();
  return new Response(toLlmsText(essays.map(({ published }) => published)));
};
