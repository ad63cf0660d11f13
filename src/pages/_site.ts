/** The whole site as data, read once in a build; in development, anew for every page. */
import { getCollection, render } from 'astro:content';
import { library } from 'virtual:citation-library';
import { byDate, toEssay } from '../metadata/essay.ts';
import { passOverFaultyDraft } from '../metadata/pass-over-faulty-draft.ts';
import { publishEssay } from '../metadata/published-essay.ts';
import { readRecord } from '../metadata/read-record.ts';
import { site } from '../site.ts';

async function read() {
  const { bibliography } = await library.load();
  const read = (await getCollection('essays')).map((entry) =>
    passOverFaultyDraft(entry.data, async () => {
      const { Content, remarkPluginFrontmatter } = await render(entry);
      const record = readRecord(remarkPluginFrontmatter);
      return { published: publishEssay(toEssay(entry), record, bibliography, site.url), Content };
    }),
  );
  return (await Promise.all(read))
    .flat()
    .sort((a, b) => byDate(a.published.essay, b.published.essay));
}

let last: ReturnType<typeof read> | undefined;

export function readSite() {
  if (last === undefined || import.meta.env.DEV) last = read();
  return last;
}
