/** What a build of the same corpus costs as either site. */
import type { CorpusSize } from './corpus.ts';
import { makeBenchSite, type Variant } from './make-bench-site.ts';
import { median } from './median.ts';
import { type BuildCost, runMeasured } from './run-measured.ts';

export interface Comparison {
  readonly size: CorpusSize;
  readonly plain: BuildCost;
  readonly citing: BuildCost;
}

/**
 * Builds the corpus `runs` times as each site and takes the medians. The sites take turns, so that whatever
 * else the machine does meets both.
 */
export async function compareBuilds(size: CorpusSize, runs: number): Promise<Comparison> {
  const plain: BuildCost[] = [];
  const citing: BuildCost[] = [];
  for (let run = 0; run < runs; run += 1) {
    plain.push(await measureBuild('plain', size));
    citing.push(await measureBuild('citing', size));
  }
  return { size, plain: medianCost(plain), citing: medianCost(citing) };
}

/** One build of a new site in a new process, so that nothing is warm but the disk. Fails when it fails. */
async function measureBuild(variant: Variant, size: CorpusSize): Promise<BuildCost> {
  await using site = await makeBenchSite(variant, size);
  const cost = await runMeasured(site, variant);
  console.error(`${variant} ${JSON.stringify(size)} ${JSON.stringify(cost)}`);
  return cost;
}

function medianCost(costs: readonly BuildCost[]): BuildCost {
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    megabytes: median(costs.map(({ megabytes }) => megabytes)),
  };
}
