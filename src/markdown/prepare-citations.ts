/** What happens around the Markdown pipeline so that it never waits for a citation and never lags behind. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { findCitations } from '../citations/find-citations.ts';
import type { CitationLibrary } from './citation-library.ts';

/**
 * In a build, the citations of all essays are formatted ahead. In development, an edit of the bibliography
 * or of the citation style shows at once.
 */
export function prepareCitations(library: CitationLibrary): AstroIntegration {
  return {
    name: 'prepare-citations',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        updateConfig({ vite: { plugins: [followLibrary(library)] } });
        if (command === 'build') await formatAhead(library, fileURLToPath(config.root));
      },
    },
  };
}

async function formatAhead(library: CitationLibrary, root: string): Promise<void> {
  const { formatter } = await library.load();
  const texts: Promise<string>[] = [];
  for await (const file of glob('content/essays/**/*.mdx', { cwd: root })) {
    texts.push(readFile(join(root, file), 'utf8'));
  }
  formatter?.formatAhead((await Promise.all(texts)).flatMap(findCitations));
}

function followLibrary(library: CitationLibrary): Plugin {
  return {
    name: 'follow-citation-library',
    configureServer({ watcher }) {
      watcher.on('all', (_event, file) => {
        if (library.files.includes(file)) library.forget();
      });
    },
    transform: {
      // Before an essay is parsed: while it waits, only its text is in memory. A thousand trees that wait
      // side by side take half a gigabyte.
      order: 'pre',
      filter: { id: /\.mdx$/ },
      async handler(text) {
        for (const file of library.files) this.addWatchFile(file);
        const { formatter } = await library.load();
        await formatter?.format(findCitations(text));
      },
    },
  };
}
