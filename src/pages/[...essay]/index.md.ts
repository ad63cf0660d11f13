import type { APIRoute } from 'astro';
import { toMarkdown } from '../../metadata/essay-markdown.ts';
import { readEssay } from '../_site.ts';

export { essayPaths as getStaticPaths } from '../_site.ts';

export const GET: APIRoute<{ slug: string }> = async ({ props: { slug } }) =>
  new Response(toMarkdown((await readEssay(slug)).published), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
