/** The whole site as data, read once in a build; in development, anew for every page. */
import { getCollection, render } from 'astro:content';
import { library } from 'virtual:citation-library';
import { byDate, toEssay } from '../metadata/essay.ts';
import { mapEssays } from '../metadata/map-essays.ts';
import { publishEssay } from '../metadata/published-essay.ts';
import { readRecord } from '../metadata/read-record.ts';
import { site } from '../site.ts';

async function read() {
  const { bibliography } = await library.load();
  const essays = await mapEssays(await getCollection('essays'), async (entry) => {
    const { Content, remarkPluginFrontmatter } = await render(entry);
    const record = readRecord(remarkPluginFrontmatter);
    return { published: publishEssay(toEssay(entry), record, bibliography, site.url), Content };
  });
  return essays.sort((a, b) => byDate(a.published.essay, b.published.essay));
}

let last: ReturnType<typeof read> | undefined;

export function readSite() {
  if (last === undefined || import.meta.env.DEV) last = read();
  return last;
}
