/** Formats each distinct citation once. */
import type { ElementContent } from 'hast';
import type { Bibliography } from '../bibliography/read-bibliography.ts';
import type { Citation } from '../citations/citation.ts';
import type { CitationStyle } from './citation-style.ts';
import type { FormattingJob } from './format-citations.ts';
import { loadQuietly } from './load-quietly.ts';

export interface CitationFormatter {
  /** The citations as the style prints them, in the order given. Do not change the nodes. */
  format(citations: readonly Citation[]): Promise<ElementContent[][]>;
  /** The same for citations that were formatted before; `undefined` for one that was not. */
  formatted(citation: Citation): readonly ElementContent[] | undefined;
}

/** Citations in one run: citeproc goes over all earlier ones for each, and a run costs some milliseconds. */
const batchSize = 150;

export function createCitationFormatter(
  { sources }: Bibliography,
  style: CitationStyle,
): CitationFormatter {
  const done = new Map<string, ElementContent[]>();
  let work = Promise.resolve();

  async function formatNew(citations: readonly Citation[]): Promise<void> {
    const fresh = new Map(
      citations.filter(({ text }) => !done.has(text)).map((citation) => [citation.text, citation]),
    );
    const all = [...fresh.values()];
    for (let start = 0; start < all.length; start += batchSize) {
      const batch = all.slice(start, start + batchSize);
      const formatted = await loadFormatter().formatCitations(jobFor(batch));
      batch.forEach(({ text }, index) => {
        done.set(text, formatted[index] ?? []);
      });
    }
  }

  function jobFor(citations: readonly Citation[]): FormattingJob {
    const keys = new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)));
    const items = [...keys].flatMap((key) => sources.get(key)?.item ?? []);
    // A citation of an unknown key is reported elsewhere; here it only must not spoil its batch.
    const known = citations.map((citation) => ({
      ...citation,
      items: citation.items.filter(({ key }) => sources.has(key)),
    }));
    return { citations: known, items, style };
  }

  return {
    async format(citations) {
      // One run after the other: each keeps some memory for as long as it goes on.
      work = work.catch(() => {}).then(() => formatNew(citations));
      await work;
      return citations.map(({ text }) => done.get(text) ?? []);
    },
    formatted: ({ text }) => done.get(text),
  };
}

function loadFormatter() {
  return loadQuietly<typeof import('./format-citations.ts')>('./format-citations.ts');
}
