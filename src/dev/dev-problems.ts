/** What is wrong with the content, as the development server has to know it. */

import type { CheckedSite } from '../checking/check-site.ts';
import { inEssaysFolder, slugOf } from '../essay/essay-file.ts';
import { permalinksFile } from '../permalinks/permalinks.ts';
import { assignSeverity, type Diagnostic, type Problem } from '../problems/problem.ts';
import { formatReport, type SourceText } from '../problems/report.ts';
import { severities } from '../site.ts';

export interface DevProblems {
  /** What the terminal says; empty when all is well. */
  readonly report: string;
  /** Errors of what is published. */
  readonly own: readonly Diagnostic[];
  /** Errors of drafts: they are seen here, so what is wrong with them is as wrong as anywhere. */
  readonly drafts: readonly Diagnostic[];
  readonly sourceText: SourceText;
}

export function toDevProblems({
  problems,
  sourceText,
}: Pick<CheckedSite, 'problems' | 'sourceText'>): DevProblems {
  const severityOptions = { severities, strict: false };
  const errors = (some: readonly Problem[]) =>
    assignSeverity(some, severityOptions).filter(({ severity }) => severity === 'error');
  const { own = [], drafts = [] } = Object.groupBy(problems, ({ isInDraft }) =>
    isInDraft === true ? 'drafts' : 'own',
  );
  return {
    report: formatReport(assignSeverity(problems, severityOptions), sourceText),
    own: errors(own),
    drafts: errors(drafts.map((problem) => ({ ...problem, isInDraft: false }))),
    sourceText,
  };
}

/**
 * Errors for which the page at `path`, as a browser asks for it, cannot be made. A draft is in nobody's way but
 * its own, and a permalink in none.
 */
export function blockingProblems(
  { own, drafts }: DevProblems,
  path: string,
): readonly Diagnostic[] {
  const [slug] = decodeURI(path).split(/[?#]/)[0]?.split('/').filter(Boolean).slice(-1) ?? [];
  return [
    ...own.filter(({ file }) => file !== permalinksFile),
    ...drafts.filter(({ file }) => slugOf(inEssaysFolder(file)) === slug),
  ];
}
