import {
  assignSeverity,
  type Diagnostic,
  hasError,
  type Problem,
  type Severities,
} from './problem.ts';
import { formatAnnotations, formatJson, formatReport, type SourceText, toData } from './report.ts';
import type { RuleId } from './rules.ts';

export interface ReportOptions {
  readonly severities: Severities;
  /** Whether warnings count as errors. */
  readonly strict: boolean;
  /** For people, or for machines: all problems as one array, or each as an event on a line of its own. */
  readonly format: 'text' | 'json' | 'lines';
  /** How many warnings of one rule are shown; the others are counted. All when it is not given. */
  readonly mostWarnings?: number;
}

/** Prints problems as asked, and in GitHub Actions as annotations, too. True when none is an error. */
export function printProblems(
  problems: readonly Problem[],
  sourceText: SourceText,
  options: ReportOptions,
): boolean {
  const { severities, strict, format } = options;
  const diagnostics = assignSeverity(problems, { severities, strict });
  if (format === 'json') console.log(formatJson(diagnostics));
  else if (format === 'lines') printEvents(diagnostics);
  else if (diagnostics.length > 0) printReport(diagnostics, sourceText, options);
  if (process.env['GITHUB_ACTIONS'] === 'true' && diagnostics.length > 0) {
    console.error(formatAnnotations(diagnostics));
  }
  return !hasError(problems, severities, strict);
}

function printEvents(problems: readonly Diagnostic[]): void {
  for (const problem of toData(problems)) {
    console.log(JSON.stringify({ event: 'problem', ...problem }));
  }
}

function printReport(
  problems: readonly Diagnostic[],
  sourceText: SourceText,
  { mostWarnings = Number.POSITIVE_INFINITY }: ReportOptions,
): void {
  const seen = new Map<RuleId, number>();
  const shown = problems.filter(({ rule, severity }) => {
    seen.set(rule, (seen.get(rule) ?? 0) + 1);
    return severity === 'error' || (seen.get(rule) ?? 0) <= mostWarnings;
  });
  console.error(formatReport(shown, sourceText));
  const hidden = problems.length - shown.length;
  if (hidden > 0) console.error(`${hidden} more warnings; npm run check shows them.`);
}
