/**
 * `npm run bench:scale`: what citations cost as the corpus grows, beside a plain Astro site with the same
 * notes written by hand. It prints numbers and judges none: only a site that cannot be built or served fails.
 *
 * `--runs N` takes medians of N runs (3); `--quick` runs the two smallest corpora once. What was measured in
 * each run goes to standard error.
 */
import { readOptions } from '../../src/commands/read-options.ts';
import { type Comparison, compareBuilds } from './compare-builds.ts';
import {
  describeCheck,
  describeComparisons,
  describeEdits,
  describeMachine,
  describeStep,
  describeTarget,
} from './describe-results.ts';
import { measureCheck, measureEdits } from './measure-waits.ts';
import { readCount } from './read-count.ts';
import { quickPlan, type ScalePlan, steps, thousandOfMany, wholePlan } from './scale-plan.ts';

try {
  await run(readPlan());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run({ runs, corpora, edited }: ScalePlan): Promise<void> {
  console.log(`${describeMachine()}, medians of ${runs}\n`);
  const comparisons: Comparison[] = [];
  for (const size of corpora) comparisons.push(await compareBuilds(size, runs));
  console.log(`${describeComparisons(comparisons)}\n`);
  const lines = [
    ...steps.flatMap((step) => describeStep(step, comparisons)),
    describeCheck(await measureCheck(runs)),
    describeEdits(await measureEdits(edited, runs), edited),
    ...describeTarget(thousandOfMany, comparisons),
  ];
  console.log(lines.join('\n'));
}

function readPlan(): ScalePlan {
  const { quick = false, runs = '3' } = readOptions({
    runs: { type: 'string' },
    quick: { type: 'boolean' },
  });
  return quick ? quickPlan : { ...wholePlan, runs: readCount('runs', runs) };
}
