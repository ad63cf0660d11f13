/**
 * `npm run bench:scale`: what citations cost as the corpus grows, beside a plain Astro site with the same
 * notes written by hand. It prints numbers and judges none: only a site that cannot be built or served fails.
 *
 * `--runs N` takes medians of N runs (3); `--quick` runs the two smallest corpora once. What was measured in
 * each run goes to standard error.
 */
import { readOptions } from '../../src/commands/read-options.ts';
import { type Comparison, compareBuilds } from './compare-builds.ts';
import type { CorpusSize } from './corpus.ts';
import {
  describeCheck,
  describeComparisons,
  describeEdits,
  describeMachine,
  describeStep,
  describeTarget,
  type Step,
} from './describe-results.ts';
import { measureCheck, measureEdits } from './measure-waits.ts';

interface Plan {
  readonly runs: number;
  readonly corpora: readonly CorpusSize[];
  /** The corpus that is edited under `npm run dev`. */
  readonly edited: CorpusSize;
}

const ten = essays(10, 8);
const hundred = essays(100, 8);
const hundredOfMany = essays(100, 5000);
const thousand = essays(1000, 8);
const thousandOfMany = essays(1000, 5000);
// With as few notes as any essay: what a book costs besides its notes.
const leaflet = book(8);
const halfBook = book(1000);
const wholeBook = book(2000);

const steps: readonly Step[] = [
  { unit: 'essay', from: hundred, to: thousand },
  { unit: 'essay', from: hundredOfMany, to: thousandOfMany },
  // The same cost in both halves: it is linear.
  { unit: 'note', from: leaflet, to: halfBook },
  { unit: 'note', from: halfBook, to: wholeBook },
];

try {
  await run(readPlan());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run({ runs, corpora, edited }: Plan): Promise<void> {
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

function readPlan(): Plan {
  const { quick = false, runs = '3' } = readOptions({
    runs: { type: 'string' },
    quick: { type: 'boolean' },
  });
  if (quick) return { runs: 1, corpora: [ten, hundred], edited: hundred };
  if (!/^[1-9]\d*$/.test(runs)) {
    console.error(`“${runs}” is not a number of runs; the least is 1.`);
    process.exit(2);
  }
  return {
    runs: Number(runs),
    corpora: [ten, hundred, hundredOfMany, thousand, thousandOfMany, leaflet, halfBook, wholeBook],
    edited: thousandOfMany,
  };
}

function essays(count: number, sources: number): CorpusSize {
  return { essays: count, notesPerEssay: 8, sources };
}

function book(notes: number): CorpusSize {
  return { essays: 1, notesPerEssay: notes, sources: 5000 };
}
