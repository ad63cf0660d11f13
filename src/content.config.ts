import { defineCollection } from 'astro:content';
import { essayLoader } from './essay-loader.ts';
import { frontMatter } from './metadata/front-matter.ts';

const essays = defineCollection({ loader: essayLoader(), schema: frontMatter });

export const collections = { essays };
