/** What is wrong with the content, as the development server has to know it. */
import { inEssaysFolder, slugOf } from '../essay/essay-file.ts';
import { permalinksFile } from '../permalinks/permalinks.ts';
import {
  assignSeverity,
  type Diagnostic,
  type Problem,
  type Severities,
} from '../problems/problem.ts';
import { formatReport, type SourceText } from '../problems/report.ts';

export interface DevProblems {
  /** What the terminal says; empty when all is well. */
  readonly report: string;
  /** Errors of what is published. */
  readonly own: readonly Diagnostic[];
  /** Errors of drafts: they are seen here, so what is wrong with them is as wrong as anywhere. */
  readonly drafts: readonly Diagnostic[];
  readonly sourceText: SourceText;
}

export function toDevProblems(
  problems: readonly Problem[],
  severities: Severities,
  sourceText: SourceText,
): DevProblems {
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

/** Errors to show on the page at `path`, as a browser asks for it. What is wrong with a draft, only its own page shows. */
export function problemsOn({ own, drafts }: DevProblems, path: string): readonly Diagnostic[] {
  const [slug] = decodeURI(path).split(/[?#]/)[0]?.split('/').filter(Boolean).slice(-1) ?? [];
  return [...own, ...drafts.filter(({ file }) => slugOf(inEssaysFolder(file)) === slug)];
}

/** Those for which the page cannot be made. A permalink is in the way of none. */
export function blockingProblems(problems: DevProblems, path: string): readonly Diagnostic[] {
  return problemsOn(problems, path).filter(({ file }) => file !== permalinksFile);
}
