import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { defineConfig } from 'astro/config';
import { stopOnProblems } from './src/checking/stop-on-problems.ts';
import { showProblems } from './src/dev/show-problems.ts';
import type { EditionMaker } from './src/editions/edition-makers.ts';
import { makeEditions } from './src/editions/make-editions.ts';
import { essayTexts } from './src/essay-texts.ts';
import { essayProcessor } from './src/markdown/processor.ts';
import { socialCards } from './src/metadata/make-cards.ts';
import { keepRetiredPermalinks } from './src/publishing/keep-retired.ts';
import { publishLinkedFiles } from './src/publishing/publish-linked-files.ts';
import { type PublishOptions, publishSite } from './src/publishing/publish-site.ts';
import { createProgress, type Progress, showProgress } from './src/publishing/show-progress.ts';
import { skipToolbar } from './src/publishing/skip-toolbar.ts';
import { createSession } from './src/session.ts';
import { settings as own, type SiteSettings } from './src/site.ts';
import { virtualProject } from './src/virtual-project.ts';

export interface SiteOptions extends Pick<Partial<PublishOptions>, 'divert'> {
  /** Absolute path of the project; this one when it is not given. */
  readonly root?: string;
  readonly settings?: SiteSettings;
  /** Whether warnings stop a build, too. */
  readonly strict?: boolean;
  /** Whether drafts are built, too: marked, and where no list, feed or search engine leads. */
  readonly drafts?: boolean;
  /** Whether every essay is made as PDF, EPUB and the other editions, too. */
  readonly editions?: boolean;
  /** Whether to write compressed copies, for hosts that send them. */
  readonly compressed?: boolean;
  /** For people, or for machines: every event on a line of its own, as JSON. */
  readonly format?: 'text' | 'lines';
  /** Says how far a build is. */
  readonly progress?: Progress;
  /** What makes editions, when that is to outlast the build. */
  readonly editionMakers?: readonly EditionMaker[];
}

const home = fileURLToPath(new URL('.', import.meta.url));

/** All that makes a site of a project, in the order in which it happens. */
export function configureSite({
  root = home,
  settings = own,
  strict = false,
  drafts = false,
  editions = true,
  compressed = true,
  format = 'text',
  progress = createProgress(format),
  editionMakers: makers,
  divert,
}: SiteOptions = {}): AstroUserConfig {
  const session = createSession(root, settings, { drafts });
  const { site, severities } = settings;
  const report = { severities, strict, format, mostWarnings: 5 };
  return {
    root,
    srcDir: `${home}src`,
    ...(site.url && { site: site.url }),
    // Astro keeps a list of a site's essays there: not in node_modules, which sites may share.
    cacheDir: `${root}/.astro/cache`,
    trailingSlash: 'always',
    // One request a page: the styles are small enough to travel inside it.
    build: { format: 'directory', inlineStylesheets: 'always' },
    markdown: {
      processor: essayProcessor({ lang: site.lang, ...session.markdown }),
      syntaxHighlight: false,
    },
    integrations: [
      stopOnProblems(session, { report, progress, editions }),
      showProblems(session),
      showProgress(session, progress),
      mdx(),
      // Before anything that copies a finished page.
      ...(editions
        ? [makeEditions(session, { onMade: () => progress.report('edition'), makers })]
        : []),
      socialCards(session),
      publishLinkedFiles(session),
      keepRetiredPermalinks(session),
      // Last: what it finishes takes the place of the last good site.
      publishSite(session, { report, progress, compressed, ...(divert && { divert }) }),
    ],
    devToolbar: { enabled: false },
    // Writes what an editor needs to complete the fields of front matter: .astro/collections/.
    experimental: { contentIntellisense: true },
    vite: {
      plugins: [
        virtualProject(session, { offersEditions: editions }),
        essayTexts(session),
        skipToolbar(),
      ],
      // Astro marks every MDX module with a directive of its own, and Rolldown warns of each.
      build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
    },
  };
}

export default defineConfig(configureSite());
