/** What happens around the Markdown pipeline so that it never waits for a citation and never lags behind. */
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { findCitations } from '../citations/find-citations.ts';
import type { CitationLibrary } from '../formatting/citation-library.ts';

/**
 * Pages get the library, and an essay the notes that it cites before it is parsed. In development, an edit of the
 * bibliography or of the citation style shows at once.
 */
export function prepareCitations(library: CitationLibrary): AstroIntegration {
  return {
    name: 'prepare-citations',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [followLibrary(library), handOver(library)] } });
      },
    },
  };
}

/**
 * Pages are bundled, and a copy of the library in the bundle would read and format everything again. They run in
 * the process that made the bundle, so `virtual:citation-library` gives them this one.
 */
function handOver(library: CitationLibrary): Plugin {
  const name = 'virtual:citation-library';
  const symbol = 'research-essays.citation-library';
  Object.assign(globalThis, { [Symbol.for(symbol)]: library });
  return {
    name: 'hand-over-citation-library',
    resolveId: {
      filter: { id: new RegExp(`^${name}$`) },
      handler: () => `\0${name}`,
    },
    load: {
      filter: { id: new RegExp(`^\0${name}$`) },
      handler() {
        // In development, what is made from the library is made again when it changes.
        for (const file of library.files) this.addWatchFile(file);
        return `export const library = globalThis[Symbol.for('${symbol}')];`;
      },
    },
  };
}

function followLibrary(library: CitationLibrary): Plugin {
  return {
    name: 'follow-citation-library',
    configureServer({ watcher, environments }) {
      watcher.add([...library.files]);
      watcher.on('all', (_event, file) => {
        if (!library.isReadFrom(file)) return;
        library.forget();
        // What is made from the library follows its files; it cannot follow a locale that is not there yet.
        if (library.files.includes(file)) return;
        for (const { moduleGraph } of Object.values(environments)) moduleGraph.invalidateAll();
        environments.client.hot.send({ type: 'full-reload' });
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
