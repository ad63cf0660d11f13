import type { APIRoute } from 'astro';
import { readEssay } from '../../essays.ts';
import { toMarkdown } from '../../metadata/essay-markdown.ts';

export { essayPaths as getStaticPaths } from '../../essays.ts';

export const GET: APIRoute<{ slug: string }> = async ({ props: { slug } }) =>
  new Response(toMarkdown((await readEssay(slug)).published), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
