/** Routes of the files beside an essay; each has a file of its own, for a name with its end is no folder. */
import type { APIRoute } from 'astro';
import { withoutPrivate } from '../bibliography/write-entry.ts';
import { type ExportName, exportFormats } from '../metadata/exports.ts';
import { readEssay } from './_site.ts';

export function exportRoute(what: 'cite' | 'sources', format: ExportName) {
  const { type, write } = exportFormats[format];
  const headers = { 'Content-Type': `${type}; charset=utf-8` };
  const GET: APIRoute<{ slug: string }> = async ({ props: { slug } }) => {
    const { item, sources } = (await readEssay(slug)).published;
    const items = sources.map((source) => withoutPrivate(source.item));
    return new Response(what === 'cite' ? write([item], 'plain') : write(items, 'rich'), {
      headers,
    });
  };
  return { GET };
}
