import { site } from 'virtual:project';
import mdx from '@astrojs/mdx/server.js';
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as Container } from 'astro/container';
import TextPicture from '../components/prose/TextPicture.astro';
import { toAtom } from '../metadata/atom-feed.ts';
import { toPortableHtml } from '../metadata/portable-html.ts';
import { listedEssays, readEssay } from './_site.ts';

/** The newest essays in full. A feed has full addresses only: there is none while nobody says where the site is. */
export const GET: APIRoute = async () => {
  const top = site.url;
  if (top === undefined) return new Response(null, { status: 404 });
  const container = await Container.create();
  container.addServerRenderer({ name: 'mdx', renderer: mdx });
  const newest = (await listedEssays()).slice(0, site.feedLength).map(async ({ slug }) => {
    const { published, Content } = await readEssay(slug);
    const html = await container.renderToString(Content, {
      props: { components: { img: TextPicture } },
    });
    return { published, html: toPortableHtml(html, published.essay, published.url ?? top) };
  });
  const headers = { 'Content-Type': 'application/atom+xml' };
  return new Response(toAtom(await Promise.all(newest), site, top), { headers });
};
