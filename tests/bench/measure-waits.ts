/** How long an author waits while writing: for a check, and for an edit to show on the page. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeSite, startScript } from '../support/make-site.ts';
import { bibliographyFile, type CorpusSize, firstEssay } from './corpus.ts';
import { makeBenchSite } from './make-bench-site.ts';
import { median } from './median.ts';

/** In milliseconds; infinite when the page did not show the edit within `patience`. */
export interface EditWaits {
  readonly essay: number;
  readonly source: number;
}

/** In milliseconds. */
export const patience = 60_000;

/** Milliseconds that `npm run check` takes on the real site. Fails when it finds an error. */
export async function measureCheck(runs: number): Promise<number> {
  await using site = await makeSite();
  // Awaited here, because the site is removed when this function returns.
  return await medianOf(runs, async () => {
    const start = performance.now();
    const { status, output } = await site.run('check');
    if (status !== 0) throw new Error(`The site does not pass its check:\n${output}`);
    return performance.now() - start;
  });
}

/** Edits an essay under `npm run dev`, and then a source that it cites. */
export async function measureEdits(size: CorpusSize, runs: number): Promise<EditWaits> {
  await using site = await makeBenchSite('citing', size);
  const dev = await startScript(site, 'dev');
  try {
    const page = new URL(firstEssay.address, dev.address);
    if (!(await read(page)).includes(firstEssay.citedTitle)) {
      throw new Error(`The page does not show its essay. The server says:\n${dev.output()}`);
    }
    const essay = join(site.root, firstEssay.file);
    const bibliography = join(site.root, bibliographyFile);
    return {
      essay: await measureEdit(page, essay, firstEssay.opening, runs),
      source: await measureEdit(page, bibliography, firstEssay.citedTitle, runs),
    };
  } finally {
    await dev.interrupt();
  }
}

/** Rewrites the first `words` of `file`, which `page` shows, another way each time. */
async function measureEdit(page: URL, file: string, words: string, runs: number) {
  const text = await readFile(file, 'utf8');
  return medianOf(runs, async (run) => {
    const edited = `${words} (edit ${run})`;
    const start = performance.now();
    await writeFile(file, text.replace(words, edited));
    return (await shows(page, edited)) ? performance.now() - start : Number.POSITIVE_INFINITY;
  });
}

/** True as soon as the page shows `words`, false when it never does. */
async function shows(page: URL, words: string): Promise<boolean> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if ((await read(page)).includes(words)) return true;
    // The server has one thread: between two requests it must get to see that a file has changed.
    await pause(10);
  }
  return false;
}

async function read(page: URL): Promise<string> {
  return (await fetch(page)).text();
}

/** One after the other, from 1. */
async function medianOf(runs: number, measure: (run: number) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 1; run <= runs; run += 1) times.push(await measure(run));
  console.error(times.map((time) => `${Math.round(time)} ms`).join(', '));
  return median(times);
}
