import type { LoaderContext } from 'astro/loaders';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/essay/essay.ts';
import { essayLoader } from '../../../src/essay/essay-loader.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';

const entry = (id: string, title: string, filePath = `content/essays/${id}.mdx`): Entry => {
  return { id, data: frontMatter.parse({ title, date: '2019' }), filePath };
};

/** A collection of Astro that has `stored`, loaded from `essays`; `now` is what a refresh brings. */
async function load(
  essays: readonly Entry[],
  stored: readonly Entry[] = [],
  now?: readonly Entry[],
) {
  const store = new Map(stored.map((each) => [each.id, each]));
  const context = {
    store: {
      keys: () => [...store.keys()],
      set: (each: Entry & { digest: string }) => store.set(each.id, each),
      delete: (id: string) => store.delete(id),
    },
    generateDigest: (data: unknown) => JSON.stringify(data),
    ...(now && { refreshContextData: { essays: now } }),
  };
  await essayLoader(essays).load(context as unknown as LoaderContext);
  return [...store.values()];
}

const titles = (all: readonly Entry[]) => all.map(({ data }) => data.title);

describe('the collection of essays', () => {
  it('has every essay of the project, with its file', async () => {
    const all = await load([entry('a', 'An Essay'), entry('b', 'Another')]);

    expect(titles(all)).toEqual(['An Essay', 'Another']);
    expect(all.map(({ filePath }) => filePath)).toEqual([
      'content/essays/a.mdx',
      'content/essays/b.mdx',
    ]);
  });

  it('has the essays as they are now, while the site is written', async () => {
    const before = [entry('a', 'An Essay')];

    const all = await load(before, before, [entry('a', 'A Better One'), entry('b', 'Another')]);

    expect(titles(all)).toEqual(['A Better One', 'Another']);
  });

  it('forgets one that is gone, and not one that became a folder', async () => {
    const before = [entry('an-essay', 'An Essay'), entry('another', 'Another')];
    const index = 'content/essays/another/index.mdx';

    const all = await load(before, before, [entry('another', 'Another', index)]);

    expect(all.map(({ filePath }) => filePath)).toEqual([index]);
  });

  it('tells apart what an essay was and what it is', async () => {
    const digestOf = async (...essays: readonly Entry[]) =>
      (await load(essays)).map((each) => 'digest' in each && each.digest);

    const first = await digestOf(entry('a', 'An Essay'));

    expect(await digestOf(entry('a', 'An Essay'))).toEqual(first);
    expect(await digestOf(entry('a', 'Another'))).not.toEqual(first);
    expect(await digestOf(entry('a', 'An Essay', 'content/essays/a/index.mdx'))).not.toEqual(first);
  });
});
