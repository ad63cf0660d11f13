import { defineCollection } from 'astro:content';
import { essayLoader } from './essay/essay-loader.ts';
import { frontMatter } from './essay/front-matter.ts';

const essays = defineCollection({ loader: essayLoader(), schema: frontMatter });

export const collections = { essays };
