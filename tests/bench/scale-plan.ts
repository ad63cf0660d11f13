/** Which corpora are built, and how often. */
import type { CorpusSize } from './corpus.ts';
import type { Step } from './describe-results.ts';

export interface ScalePlan {
  readonly runs: number;
  readonly corpora: readonly CorpusSize[];
  /** The corpus that is edited under `npm run dev`. */
  readonly edited: CorpusSize;
}

const ten = essays(10, 8);
const hundred = essays(100, 8);
const hundredOfMany = essays(100, 5000);
const thousand = essays(1000, 8);
export const thousandOfMany = essays(1000, 5000);
// With as few notes as any essay: what a book costs besides its notes.
const leaflet = book(8);
const halfBook = book(1000);
const wholeBook = book(2000);

export const steps: readonly Step[] = [
  { unit: 'essay', from: hundred, to: thousand },
  { unit: 'essay', from: hundredOfMany, to: thousandOfMany },
  // The same cost in both halves: it is linear.
  { unit: 'note', from: leaflet, to: halfBook },
  { unit: 'note', from: halfBook, to: wholeBook },
];

export const quickPlan: ScalePlan = { runs: 1, corpora: [ten, hundred], edited: hundred };

export const wholePlan: ScalePlan = {
  runs: 3,
  corpora: [ten, hundred, hundredOfMany, thousand, thousandOfMany, leaflet, halfBook, wholeBook],
  edited: hundredOfMany,
};

function essays(count: number, sources: number): CorpusSize {
  return { essays: count, notesPerEssay: 8, sources };
}

function book(notes: number): CorpusSize {
  return { essays: 1, notesPerEssay: notes, sources: 5000 };
}
