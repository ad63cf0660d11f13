/** What was measured, in words and as a Markdown table. */
import { availableParallelism, cpus } from 'node:os';
import type { Comparison } from './compare-builds.ts';
import type { CorpusSize } from './corpus.ts';
import { type EditWaits, patience } from './measure-waits.ts';
import type { BuildCost } from './run-measured.ts';

/** Two corpora that differ in the number of one thing only. */
export interface Step {
  readonly unit: 'essay' | 'note';
  readonly from: CorpusSize;
  readonly to: CorpusSize;
}

export function describeMachine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${availableParallelism()} cores (${model}), Node ${process.version}`;
}

export function describeComparisons(comparisons: readonly Comparison[]): string {
  return [
    '| corpus | plain s | citing s | time ratio | plain MB | citing MB | memory ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...comparisons.map((comparison) => `| ${cells(comparison).join(' | ')} |`),
  ].join('\n');
}

function cells(comparison: Comparison): string[] {
  const { size, plain, citing } = comparison;
  return [
    nameCorpus(size),
    plain.seconds.toFixed(2),
    citing.seconds.toFixed(2),
    ratio(comparison, 'seconds'),
    number(Math.round(plain.megabytes)),
    number(Math.round(citing.megabytes)),
    ratio(comparison, 'megabytes'),
  ];
}

/** What one more essay or note costs in time; nothing when its corpora were not built. */
export function describeStep(step: Step, comparisons: readonly Comparison[]): string[] {
  const from = comparisons.find(({ size }) => size === step.from);
  const to = comparisons.find(({ size }) => size === step.to);
  if (from === undefined || to === undefined) return [];
  const first = count(step.from, step.unit);
  const last = count(step.to, step.unit);
  const cost = (variant: 'plain' | 'citing') =>
    ((1000 * (to[variant].seconds - from[variant].seconds)) / (last - first)).toFixed(2);
  const range = `from ${number(first)} to ${number(last)}`;
  const sources = `${number(step.to.sources)} sources`;
  return [
    `Each further ${step.unit} (${range}, ${sources}): plain ${cost('plain')} ms, citing ${cost('citing')} ms.`,
  ];
}

function count({ essays, notesPerEssay }: CorpusSize, unit: Step['unit']): number {
  return unit === 'essay' ? essays : essays * notesPerEssay;
}

/** Nothing when the corpus was not built. */
export function describeTarget(size: CorpusSize, comparisons: readonly Comparison[]): string[] {
  const comparison = comparisons.find((each) => each.size === size);
  if (comparison === undefined) return [];
  const time = `time ratio ${ratio(comparison, 'seconds')} (to reach: 1.5)`;
  const memory = `memory ratio ${ratio(comparison, 'megabytes')} (to reach: 2)`;
  return [`${nameCorpus(size)}: ${time}, ${memory}.`];
}

export function describeCheck(milliseconds: number): string {
  return `\`npm run check\` of the real site: ${duration(milliseconds)} (to reach: 1,000 ms).`;
}

export function describeEdits({ essay, source }: EditWaits, size: CorpusSize): string {
  const waits = `${duration(essay)} in the essay, ${duration(source)} in a source it cites`;
  return `An edit in dev (${nameCorpus(size)}) shows after: ${waits} (to reach: 200 ms at 100 essays).`;
}

function duration(milliseconds: number): string {
  return Number.isFinite(milliseconds)
    ? `${number(Math.round(milliseconds))} ms`
    : `not within ${number(patience)} ms`;
}

function ratio({ plain, citing }: Comparison, measure: keyof BuildCost): string {
  return (citing[measure] / plain[measure]).toFixed(2);
}

export function nameCorpus({ essays, notesPerEssay, sources }: CorpusSize): string {
  const noun = essays === 1 ? 'essay' : 'essays';
  return `${number(essays)} ${noun} with ${number(notesPerEssay)} notes from ${number(sources)} sources`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
