/** The plain Astro site that ours is compared with: the same pages and GFM notes, none of our plugins. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import type { readFormatted } from 'virtual:project';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import type { Plugin } from 'unified';
import { frontMatter } from '../../src/essay/front-matter.ts';
import type { SiteIdentity } from '../../src/site.ts';

const site: SiteIdentity = {
  title: 'Research Essays',
  description: 'The same essays by Astro alone.',
  lang: 'en',
  authors: [],
  url: 'https://essays.example',
  feedLength: 20,
};

const record = { notes: [], headings: [], words: 0, markdown: '' };

/** The pages ask every essay for the record of its notes, which here nobody writes. */
const remarkEmptyRecord: Plugin<[], Root> = () => (_tree, file) => {
  file.data.astro ??= {};
  file.data.astro.frontmatter = { ...file.data.astro.frontmatter, record };
};

const nothingFormatted: Awaited<ReturnType<typeof readFormatted>> = {
  entries: {},
  lists: {},
  references: {},
};

/** What our plugins hand the pages: all essays with their texts, and no sources. */
async function plainProject(): Promise<string> {
  const names = await Array.fromAsync(glob('content/essays/*.mdx'));
  const essays = names.map((name) => {
    const [, title = '', date = ''] =
      /title: (.*)\ndate: (.*)\n/.exec(readFileSync(name, 'utf8')) ?? [];
    const data = frontMatter.parse({ title, date });
    return { id: basename(name, '.mdx'), filePath: name, data };
  });
  return `export const site = ${JSON.stringify(site)};
    export const essays = ${JSON.stringify(essays)};
    export const items = {};
    export const icon = ${JSON.stringify(readFileSync('public/favicon.svg', 'utf8'))};
    export const offersEditions = false;
    export const listsDrafts = false;
    export const withdrawn = [];
    export const readPicture = async () => {};
    export const readFormatted = async () => (${JSON.stringify(nothingFormatted)});
    const texts = import.meta.glob('/content/essays/*.mdx');
    export const readText = (file) => texts['/' + file]();`;
}

const plainModules = {
  name: 'plain-modules',
  resolveId: (id: string) => (id === 'virtual:project' ? `\0${id}` : undefined),
  load: (id: string) => (id === '\0virtual:project' ? plainProject() : undefined),
};

// biome-ignore lint/style/noDefaultExport: it takes the place of astro.config.ts, where Astro demands one.
export default defineConfig({
  site: 'https://essays.example',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkGfm, remarkEmptyRecord],
    }),
    syntaxHighlight: false,
  },
  integrations: [mdx()],
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainModules],
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
