import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { toMarkdown } from '../../metadata/essay-markdown.ts';
import { readSite } from '../_site.ts';

export async function getStaticPaths() {
  return (await readSite()).map(({ published }) => ({
    params: { essay: published.essay.path.slice(0, -1) },
    props: { published },
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { published } }) =>
  new Response(toMarkdown(published), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
