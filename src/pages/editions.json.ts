/** Every essay with its record, for the step that makes the editions, which takes this file away again. */

import { getCollection, render } from 'astro:content';
import type { APIRoute } from 'astro';
import { toEssay } from '../metadata/essay.ts';
import { readRecord } from '../metadata/read-record.ts';

export const GET: APIRoute = async () => {
  const entries = await getCollection('essays');
  const essays = entries.map(async (entry) => ({
    essay: toEssay(entry),
    record: readRecord((await render(entry)).remarkPluginFrontmatter),
  }));
  return Response.json(await Promise.all(essays));
};
