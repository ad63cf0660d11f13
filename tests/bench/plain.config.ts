/** The plain Astro site that ours is compared with: the same pages and GFM notes, none of our plugins. */
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import type { Plugin } from 'unified';

const record = { notes: [], headings: [], words: 0, markdown: '' };

/** The pages ask every essay for the record of its notes, which here nobody writes. */
const remarkEmptyRecord: Plugin<[], Root> = () => (_tree, file) => {
  file.data.astro ??= {};
  file.data.astro.frontmatter = { ...file.data.astro.frontmatter, record };
};

/** What our plugins hand the pages: no library, which they ask for sources and references, and all texts. */
const modules: Record<string, string> = {
  'virtual:citation-library': `export const library = {
    load: async () => ({ bibliography: { sources: new Map() } }),
    references: { formatAhead: () => {}, format: async () => ({ chicago: '', apa: '', mla: '' }) },
  };`,
  'virtual:essay-texts': `const texts = import.meta.glob('/content/essays/*.mdx');
    export const readText = (file) => texts['/' + file]();`,
};

const plainModules = {
  name: 'plain-modules',
  resolveId: (id: string) => (id in modules ? `\0${id}` : undefined),
  load: (id: string) => modules[id.replace('\0', '')],
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
