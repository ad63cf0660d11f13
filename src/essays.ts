/**
 * The essays of this site, as all pages read them. In a build everything is read once; in development, anew when it
 * is asked for.
 */
import { getCollection } from 'astro:content';
import { library } from 'virtual:citation-library';
import { readText } from 'virtual:essay-texts';
import { byDate, neighborsOf, toEssay } from './essay/essay.ts';
import { mapEssays } from './essay/map-essays.ts';
import { readRecord } from './essay/read-record.ts';
import { type RecordedEssay, thisBuild } from './essay/this-build.ts';
import { essayItem } from './metadata/essay-item.ts';
import { type PublishedEssay, publishEssay } from './metadata/published-essay.ts';
import { site } from './site.ts';

/** Every essay, newest first, as its front matter has it; none in a part of a build, which makes no lists. */
export async function listEssays() {
  return thisBuild().recorded === undefined ? [] : allEssays();
}

/** The essays before and after each, by slug. */
export const readNeighbors = once(async () => neighborsOf(await allEssays()));

const allEssays = once(async () => {
  const made = [...(await readEntries()).values()].map(({ essay }) => essay);
  return [...made, ...thisBuild().others].sort(byDate);
});

/** Every essay as it is published, newest first; none in a part of a build. */
export const readSite = once(async () => {
  const { recorded } = thisBuild();
  if (recorded === undefined) return [];
  const entries = [...(await readEntries()).values()].map(({ entry }) => entry);
  const made = await mapEssays(entries, async ({ id }) => (await readEssay(id)).published);
  const known = await Promise.all(recorded.map(publish));
  return [...made, ...known].sort((a, b) => byDate(a.essay, b.essay));
});

/** What `getStaticPaths` returns for a page or a file beside every essay. */
export async function essayPaths() {
  const essays = [...(await readEntries()).values()].map(({ essay }) => essay);
  // A worker for all of them, where each would take one of its own.
  if (import.meta.env.PROD) {
    library.references.formatAhead(essays.map((essay) => essayItem(essay, site.url)));
  }
  return essays.map(({ path, slug }) => ({
    params: { essay: path.slice(0, -1) },
    props: { slug },
  }));
}

/** An essay whose page is made, and the text of that page. */
export const readEssay = onceEach(async (slug: string) => {
  const found = (await readEntries()).get(slug);
  if (found === undefined) throw new Error(`There is no page of “${slug}”.`);
  const { Content, frontmatter } = await readText(found.essay.file);
  const recorded = { essay: found.essay, record: readRecord(frontmatter) };
  const { made, report } = thisBuild();
  made.set(slug, recorded);
  report('page');
  return { published: await publish(recorded), Content };
});

async function publish({ essay, record }: RecordedEssay): Promise<PublishedEssay> {
  const { bibliography } = await library.load();
  return publishEssay(essay, record, bibliography, site.url);
}

/** The essays whose pages are made, by slug. */
const readEntries = once(async () => {
  const entries = await getCollection('essays');
  return new Map(
    entries.map((entry) => {
      const essay = toEssay(entry);
      return [essay.slug, { entry, essay }] as const;
    }),
  );
});

function once<T>(read: () => Promise<T>): () => Promise<T> {
  const readEach = onceEach(read);
  return () => readEach('');
}

function onceEach<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const last = new Map<string, Promise<T>>();
  return (name) => {
    const reading = (import.meta.env.PROD && last.get(name)) || read(name);
    last.set(name, reading);
    return reading;
  };
}
