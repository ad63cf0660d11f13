/** The essays of this site, as all pages read them: each once. */
import { getCollection, render } from 'astro:content';
import { items, essays as known, listsDrafts, readText, site } from 'virtual:project';
import { byDate, neighborsOf, toEssay } from '../essay/essay.ts';
import { essayRecord } from '../essay/essay-record.ts';
import { versionsOf } from '../essay/versions.ts';
import { publishEssay } from '../metadata/published-essay.ts';

const entries = getCollection('essays');

/** By slug. What is made again in development is loaded again with this file, so nothing of it grows old. */
const essays = entries.then((read) => {
  const all = read.map((entry) => toEssay(entry, site.lang)).sort(byDate);
  return new Map(all.map((essay) => [essay.slug, essay]));
});

/** Every essay that lists and feeds name, newest first, as its front matter has it. */
export async function listedEssays() {
  return [...(await essays).values()].filter(({ draft }) => listsDrafts || !draft);
}

/** The essays before and after each that is listed, by slug. */
export const neighbors = listedEssays().then(neighborsOf);

/** Every listed essay as it is published, newest first, but drafts whose text is faulty: the checks say what is wrong. */
export async function readSite() {
  const published = (await listedEssays()).map(async ({ slug, draft }) => {
    try {
      return [(await readEssay(slug)).published];
    } catch (error) {
      if (!draft) throw error;
      return [];
    }
  });
  return (await Promise.all(published)).flat();
}

/** The records of the listed essays, by slug. Whatever is wrong with a text is said by its own page, not by lists. */
export async function readRecords() {
  const reading = await Promise.allSettled(
    (await listedEssays()).map(async ({ slug }) => {
      const { published } = await readEssay(slug);
      return [slug, published.record] as const;
    }),
  );
  return new Map(reading.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
}

/** What `getStaticPaths` returns for a page or a file beside every essay. */
export async function essayPaths() {
  return [...(await essays).values()].map(({ path, slug }) => ({
    params: { essay: path.slice(0, -1) },
    props: { slug },
  }));
}

/** The same for a file beside every essay that has a map. */
export async function mapPaths() {
  const all = await essays;
  return (await essayPaths()).filter(({ props }) => all.get(props.slug)?.picture?.map);
}

/** An essay as it is published, and the text of its page. */
export function readEssay(slug: string) {
  const reading = readings.get(slug) ?? readOnce(slug);
  readings.set(slug, reading);
  return reading;
}

const readings = new Map<string, ReturnType<typeof readOnce>>();

async function readOnce(slug: string) {
  const essay = (await essays).get(slug);
  if (essay === undefined) throw new Error(`There is no page of “${slug}”.`);
  const { Content, frontmatter } = await readContent(slug, essay.file);
  const record = essayRecord.parse(frontmatter['record']);
  const versions = versionsOf(essay, await listedEssays());
  return { published: publishEssay(essay, record, items, site, versions), Content };
}

/** Astro itself brings the styles of what an essay imports to its page, and to no other. */
async function readContent(slug: string, file: string) {
  const entry = (await entries).find(({ id }) => id === slug);
  const mayImport = known.some((each) => each.id === slug && each.mayImport);
  if (entry === undefined || !mayImport) return readText(file);
  const { Content, remarkPluginFrontmatter: frontmatter } = await render(entry);
  return { Content, frontmatter };
}
