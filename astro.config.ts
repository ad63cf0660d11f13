import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { makeEditions } from './src/editions/make-editions.ts';
import { essayTexts } from './src/essay/essay-texts.ts';
import { messagesFor } from './src/i18n/messages-for.ts';
import { library } from './src/library.ts';
import { prepareCitations } from './src/markdown/prepare-citations.ts';
import { essayProcessor } from './src/markdown/processor.ts';
import { keepRetiredPermalinks } from './src/publishing/keep-retired.ts';
import { print, severities, site } from './src/site.ts';

export default defineConfig({
  ...(site.url && { site: site.url }),
  // What Astro alone builds is neither finished nor checked: `npm run build` is what puts a site into dist/.
  outDir: '.dist-astro',
  // Astro keeps a list of a site's essays there: not in node_modules, which sites may share.
  cacheDir: '.astro/cache',
  trailingSlash: 'always',
  // One request a page: the styles are small enough to travel inside it.
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: {
    processor: essayProcessor({ library, severities, lang: site.lang, messagesFor }),
    syntaxHighlight: false,
  },
  integrations: [
    mdx(),
    prepareCitations(library),
    // Before anything that copies a finished page.
    makeEditions({ library, print, siteTitle: site.title }),
    keepRetiredPermalinks(),
  ],
  devToolbar: { enabled: false },
  // Writes what an editor needs to complete the fields of front matter: .astro/collections/.
  experimental: { contentIntellisense: true },
  // Astro marks every MDX module with a directive of its own, and Rolldown warns of each.
  vite: {
    plugins: [essayTexts()],
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
