/** How long a build takes after one essay was edited, beside the build of all. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CorpusSize, firstEssay } from './corpus.ts';
import { makeBenchSite } from './make-bench-site.ts';
import { runMeasured } from './run-measured.ts';

/** In seconds. */
export interface Rebuild {
  readonly full: number;
  /** After each edit. */
  readonly again: readonly number[];
}

export async function measureRebuild(size: CorpusSize, runs: number): Promise<Rebuild> {
  await using site = await makeBenchSite('citing', size);
  const { seconds: full } = await runMeasured(site, 'citing');
  const file = join(site.root, firstEssay.file);
  const text = await readFile(file, 'utf8');
  const again: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    await writeFile(file, text.replace(firstEssay.opening, `${firstEssay.opening} (edit ${run})`));
    again.push((await runMeasured(site, 'citing')).seconds);
  }
  console.error(`rebuild ${JSON.stringify({ full, again })}`);
  return { full, again };
}
