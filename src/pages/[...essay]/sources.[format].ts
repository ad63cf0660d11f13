import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { exportFormats, exportNames } from '../../metadata/exports.ts';
import { readSite } from '../_site.ts';

export async function getStaticPaths() {
  return (await readSite()).flatMap(({ published }) =>
    exportNames.map((format) => ({
      params: { essay: published.essay.path.slice(0, -1), format },
      props: { format, items: published.sources.map(({ item }) => item) },
    })),
  );
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { format, items } }) => {
  const { type, write } = exportFormats[format];
  return new Response(write(items, 'rich'), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
};
