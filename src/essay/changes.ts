/** What was changed in an essay since it was published, as front matter has it. */
import { z } from 'zod';
import { date, text } from './field-kinds.ts';
import { type FormattedText, formatText, markdown } from './formatted-text.ts';
import type { PartialDate } from './partial-date.ts';

export const correctionObject = z.strictObject({
  date: date.describe('When it was corrected.'),
  text: markdown.describe('What was corrected, in Markdown.'),
  at: text.optional().describe('The paragraph that was corrected, by its anchor: p4.'),
});

type TypedCorrection = z.output<typeof correctionObject>;

export interface Correction extends Omit<TypedCorrection, 'text'> {
  readonly text: FormattedText;
}

export function readCorrection({ text: typed, ...correction }: TypedCorrection): Correction {
  return { ...correction, text: formatText(typed) };
}

/** The latest of some dates; `undefined` when there are none. */
export function latestOf(dates: readonly PartialDate[]): PartialDate | undefined {
  return dates.toSorted((a, b) => a.iso.localeCompare(b.iso)).at(-1);
}

/** Whether `date` is before `other` as far as both are known. */
export function isBefore({ iso }: PartialDate, other: PartialDate): boolean {
  const length = Math.min(iso.length, other.iso.length);
  return iso.slice(0, length) < other.iso.slice(0, length);
}
