/** Formats each distinct citation once: ahead of need in a worker, or when it is asked for. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ElementContent } from 'hast';
import type { Bibliography } from '../bibliography/read-bibliography.ts';
import type { Citation } from '../citations/citation.ts';
import type { CitationStyle } from './citation-style.ts';
import type { FormattingJob } from './format-citations.ts';

export interface CitationFormatter {
  /** The citations as the style prints them, in the order given. Do not change the nodes. */
  format(citations: readonly Citation[]): Promise<ElementContent[][]>;
  /**
   * Begins to format `citations`, in this order, beside whatever else goes on. For a whole corpus: the
   * worker, and with it the memory that citeproc never gives back, is gone when it has finished. Resolves
   * when all are there; what fails shows when it is asked for.
   */
  formatAhead(citations: readonly Citation[]): Promise<void>;
  /** Takes over what it printed before, by the text of the citation. */
  recall(formatted: ReadonlyMap<string, ElementContent[]>): void;
}

const load = createRequire(import.meta.url);

/** Citations in one run. citeproc goes over all earlier ones for each; a run costs some milliseconds. */
const batchSize = 150;

export function createCitationFormatter(
  { sources }: Bibliography,
  style: CitationStyle,
): CitationFormatter {
  const cache = new Map<string, Promise<ElementContent[]>>();

  return {
    format(citations) {
      remember(citations, formatHere);
      return Promise.all(citations.map(({ text }) => cache.get(text) ?? []));
    },
    async formatAhead(citations) {
      if (!citations.every(({ text }) => cache.has(text))) {
        const worker = startWorker();
        for (let start = 0; start < citations.length; start += batchSize) {
          remember(citations.slice(start, start + batchSize), worker.run);
        }
        worker.finish();
      }
      await Promise.allSettled(citations.map(({ text }) => cache.get(text)));
    },
    recall(formatted) {
      for (const [text, content] of formatted) cache.set(text, Promise.resolve(content));
    },
  };

  function remember(
    citations: readonly Citation[],
    run: (job: FormattingJob) => Promise<ElementContent[][]>,
  ): void {
    const fresh = new Map(
      citations.filter(({ text }) => !cache.has(text)).map((citation) => [citation.text, citation]),
    );
    if (fresh.size === 0) return;
    const result = run(jobFor([...fresh.values()]));
    [...fresh.keys()].forEach((text, index) => {
      const formatted = result.then((all) => all[index] ?? []);
      // Whoever needs it will see the failure; nobody may need it.
      formatted.catch(() => {});
      cache.set(text, formatted);
    });
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
}

/**
 * The formatter is a megabyte of code, which a build that formats ahead has in its worker only. Node loads it
 * when it is needed; what loads this file in development cannot any more by then.
 */
function formatHere(job: FormattingJob): Promise<ElementContent[][]> {
  const formatter: typeof import('./format-citations.ts') = load('./format-citations.ts');
  return formatter.formatCitations(job);
}

/** Runs jobs one after the other in a thread of their own. */
function startWorker() {
  const worker = new Worker(new URL('./format-worker.ts', import.meta.url));
  const waiting: PromiseWithResolvers<ElementContent[][]>[] = [];
  let isLast = false;
  const fail = (error: Error) => {
    for (const each of waiting.splice(0)) each.reject(error);
  };
  worker.on('message', (formatted: ElementContent[][]) => {
    waiting.shift()?.resolve(formatted);
    if (isLast && waiting.length === 0) void worker.terminate();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The formatter ended before it had finished.')));
  return {
    run(job: FormattingJob): Promise<ElementContent[][]> {
      const result = Promise.withResolvers<ElementContent[][]>();
      waiting.push(result);
      worker.postMessage(job);
      return result.promise;
    },
    /** No more jobs will come. */
    finish(): void {
      isLast = true;
      if (waiting.length === 0) void worker.terminate();
    },
  };
}
