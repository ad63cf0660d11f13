/** One thing that was measured, beside what it is compared with and what we want of it. */
import { median } from './median.ts';

export type Unit = 'bytes' | 'ms' | 's' | 'MB' | 'count' | 'score';

export interface Row {
  /** What was measured, as a person would say it. */
  readonly what: string;
  readonly unit: Unit;
  /** One for each time it was measured; infinite where it never came. */
  readonly values: readonly number[];
  /** The same of what it is compared with. */
  readonly baseline?: readonly number[];
  readonly aim?: Aim;
}

/** An upper limit: of the figure itself, or of what it is times the baseline. */
export type Aim = { readonly atMost: number } | { readonly ratioAtMost: number };

/** How many times the baseline it is; nothing where that says nothing. */
export function ratioOf({ values, baseline }: Row): number | undefined {
  if (baseline === undefined) return undefined;
  const ratio = median(values) / median(baseline);
  return Number.isFinite(ratio) ? ratio : undefined;
}

/** Whether the median is within the aim; nothing where there is none. */
export function isReached({ values, baseline, aim }: Row): boolean | undefined {
  if (aim === undefined) return undefined;
  if ('atMost' in aim) return median(values) <= aim.atMost;
  return baseline !== undefined && median(values) <= aim.ratioAtMost * median(baseline);
}
