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

/** Nor has it a library, which the pages ask for what the essays cite and for their own references. */
const emptyLibrary = {
  name: 'empty-library',
  resolveId: (id: string) => (id === 'virtual:citation-library' ? `\0${id}` : undefined),
  load: (id: string) =>
    id === '\0virtual:citation-library'
      ? `export const library = {
          load: async () => ({ bibliography: { sources: new Map() } }),
          references: { formatAhead: () => {}, format: async () => ({ chicago: '', apa: '', mla: '' }) },
        };`
      : undefined,
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
    plugins: [emptyLibrary],
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
