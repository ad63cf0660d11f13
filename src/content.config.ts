import { defineCollection } from 'astro:content';
import { essays as read } from 'virtual:project';
import { essayLoader } from './essay/essay-loader.ts';
import { frontMatter } from './essay/front-matter.ts';

const essays = defineCollection({ loader: essayLoader(read), schema: frontMatter });

export const collections = { essays };
