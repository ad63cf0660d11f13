/** Formats the references of the site's own essays, beside whatever else goes on, each once. */
import { Worker } from 'node:worker_threads';
import type { CslItem } from '../bibliography/source.ts';
import type { EssayReference } from './format-references.ts';

export interface ReferenceFormatter {
  format(item: CslItem): Promise<EssayReference>;
  /** Begins to format all of `items` that are new, together, beside whatever else goes on. What fails shows in `format`. */
  formatAhead(items: readonly CslItem[]): void;
}

export function createReferenceFormatter(): ReferenceFormatter {
  const cache = new Map<string, Promise<EssayReference>>();

  function formatAhead(items: readonly CslItem[]): void {
    const byName = new Map(items.map((item) => [JSON.stringify(item), item]));
    const fresh = [...byName].filter(([name]) => !cache.has(name));
    if (fresh.length === 0) return;
    const result = formatInWorker(fresh.map(([, item]) => item));
    fresh.forEach(([name], index) => {
      const reference = result.then((all) => all[index] ?? noReference);
      // Whoever needs it will see the failure; nobody may need it.
      reference.catch(() => {});
      cache.set(name, reference);
    });
  }

  return {
    formatAhead,
    async format(item) {
      formatAhead([item]);
      return (await cache.get(JSON.stringify(item))) ?? noReference;
    },
  };
}

const noReference: EssayReference = { chicago: '', apa: '', mla: '' };

function formatInWorker(items: readonly CslItem[]): Promise<EssayReference[]> {
  const worker = new Worker(new URL('./reference-worker.ts', import.meta.url), {
    workerData: items,
  });
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The formatter ended before it had finished.')));
  });
}
