import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { slugOf } from './metadata/essay.ts';
import { frontMatter } from './metadata/front-matter.ts';

const essays = defineCollection({
  loader: glob({
    base: './content/essays',
    pattern: ['*.mdx', '*/index.mdx'],
    generateId: ({ entry }) => slugOf(entry),
  }),
  schema: frontMatter,
});

export const collections = { essays };
