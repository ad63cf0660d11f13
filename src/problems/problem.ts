/**
 * What is wrong with an essay, a bibliography or a citation style, as values. Nothing here throws: every
 * check returns problems, and one report shows them all.
 */
import { type RuleId, rules, type Severity } from './rules.ts';

/** A position in a text file; line and column count from 1, the column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Problem {
  readonly rule: RuleId;
  /** Path of the file as the author knows it, relative to the project. */
  readonly file: string;
  readonly place: Place;
  /** Number of characters at `place` that are at fault. */
  readonly length: number;
  /** What is wrong and why, in a whole sentence with the author's own words. */
  readonly message: string;
  /** What the author probably meant. */
  readonly nearest?: string | undefined;
  /** Key of the source that it is about, if it is about one. */
  readonly source?: string | undefined;
  /** What to do, where that of the rule does not fit. */
  readonly advice?: string | undefined;
  /** Whether it is in a draft, which nobody publishes: it stands in the way of nothing, and is a warning. */
  readonly isInDraft?: boolean;
}

/** What is wrong with a few characters of a text, whatever text that is and by whatever rule. */
export interface TextFault extends Pick<Problem, 'length' | 'message' | 'advice'> {
  /** Of the first character at fault. */
  readonly offset: number;
}

/** A site's own severities; `off` silences a rule. */
export type Severities = Partial<Record<RuleId, Severity | 'off'>>;

export interface Diagnostic extends Problem {
  readonly severity: Severity;
}

export interface SeverityOptions {
  readonly severities: Severities;
  /** Whether warnings stop the build, too; those of drafts never do. */
  readonly strict: boolean;
}

/**
 * Every problem with its severity, without those that are off; sorted by file, line and column, so that two
 * runs and two machines print the same report.
 */
export function assignSeverity(
  problems: readonly Problem[],
  { severities, strict }: SeverityOptions,
): Diagnostic[] {
  const diagnostics = problems.flatMap((problem): Diagnostic[] => {
    const severity = severities[problem.rule] ?? rules[problem.rule].severity;
    if (severity === 'off') return [];
    if (problem.isInDraft === true) return [{ ...problem, severity: 'warning' }];
    return [{ ...problem, severity: strict ? 'error' : severity }];
  });
  return diagnostics.sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether any of `problems` stops a build; with `strict`, warnings do. */
export function hasError(
  problems: readonly Problem[],
  severities: Severities,
  strict = false,
): boolean {
  return assignSeverity(problems, { severities, strict }).some(
    ({ severity }) => severity === 'error',
  );
}
