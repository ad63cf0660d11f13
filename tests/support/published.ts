/** What a small site publishes, told from its texts as `npm run check` tells it: without a build. */
import { join } from 'node:path';
import { readBibliography } from '../../src/bibliography/read-bibliography.ts';
import type { Content, EssayFile } from '../../src/checking/check-content.ts';
import { predictPages } from '../../src/checking/predict-pages.ts';
import { splitFrontMatter } from '../../src/essay/split-front-matter.ts';
import {
  type CitationLibrary,
  openCitationLibrary,
} from '../../src/formatting/citation-library.ts';
import type { Permalinks } from '../../src/permalinks/permalinks.ts';
import { publishedAnchors } from '../../src/permalinks/published-anchors.ts';
import { project } from './make-site.ts';

export interface SmallSite {
  /** Prose in Markdown, by the last part of each essay's address. */
  readonly essays: Readonly<Record<string, string>>;
  /** The month in which all of them were published. */
  readonly date?: string;
  /** BibLaTeX. */
  readonly bibliography: string;
}

export const nothing: Permalinks = { pages: {}, retired: {}, sources: {} };

/** In the form of the register. What no text tells is taken to be as `recorded` has it. */
export async function publish(site: SmallSite, recorded = nothing): Promise<Permalinks> {
  const content = contentOf(site);
  const { bibliography } = await content.library.load();
  const { pages, essays } = await predictPages(content, recorded);
  return publishedAnchors(pages, essays, bibliography);
}

export function contentOf({ essays, date = '2019-09', bibliography }: SmallSite): Content {
  const files = Object.entries(essays).map(([slug, prose]): EssayFile => {
    const name = `content/essays/${slug}.mdx`;
    const text = `---\ntitle: An Essay\ndate: ${date}\n---\n\n${prose}\n`;
    return { path: join(project, name), name, slug, text, ...splitFrontMatter(text) };
  });
  return {
    library: libraryOf(bibliography),
    essays: files,
    drafts: [],
    files: files.map(({ slug }) => `${slug}.mdx`),
    retired: [],
  };
}

function libraryOf(text: string): CitationLibrary {
  const style = 'content/notes.csl';
  const { bibliography } = readBibliography([{ path: 'content/bibliography.bib', text }]);
  const loaded = { bibliography, formatter: undefined, sourceFormatter: undefined, problems: [] };
  return {
    ...openCitationLibrary({ root: project, bibliography: [], style }),
    load: async () => loaded,
  };
}
