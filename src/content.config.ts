import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { slugOf } from './metadata/essay.ts';
import { frontMatter } from './metadata/front-matter.ts';
import { thisBuild } from './metadata/this-build.ts';

const essays = defineCollection({
  loader: glob({
    base: './content/essays',
    // All, unless a build says which it makes anew.
    pattern: [...(thisBuild().files ?? ['*.mdx', '*/index.mdx'])],
    generateId: ({ entry }) => slugOf(entry),
  }),
  schema: frontMatter,
});

export const collections = { essays };
