/** Routes of the files beside an essay; each has a file of its own, for a name with its end is no folder. */
import type { APIRoute } from 'astro';
import { type ExportName, exportFormats } from '../metadata/exports.ts';
import { readSite } from './_site.ts';

export function exportRoute(what: 'cite' | 'sources', format: ExportName) {
  const { type, write } = exportFormats[format];
  const headers = { 'Content-Type': `${type}; charset=utf-8` };
  const getStaticPaths = async () =>
    (await readSite()).map(({ published: { essay, item, sources } }) => ({
      params: { essay: essay.path.slice(0, -1) },
      props: {
        text: what === 'cite' ? write([item], 'plain') : write(sources.map(itemOf), 'rich'),
      },
    }));
  const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text, { headers });
  return { getStaticPaths, GET };
}

function itemOf<T>({ item }: { readonly item: T }): T {
  return item;
}
