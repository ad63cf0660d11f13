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
  readonly all: readonly Diagnostic[];
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
    all: assignSeverity(problems, severityOptions),
    own: errors(own),
    drafts: errors(drafts.map((problem) => ({ ...problem, isInDraft: false }))),
    sourceText,
  };
}

/**
 * What the terminal says of `now` after `last`: every error, and no warning that it has shown already. `undefined` when
 * nothing has changed.
 */
export function describeChange(last: DevProblems, now: DevProblems): string | undefined {
  const fresh = without(now.all, last.all);
  if (fresh.length === 0 && without(last.all, now.all).length === 0) return undefined;
  if (now.all.length === 0) return 'Everything is mended.';
  const shown = now.all.filter((problem) => isBlocking(problem) || fresh.includes(problem));
  return formatReport(shown, now.sourceText, now.all);
}

/** Those of `problems` that are not among `known`. */
function without(
  problems: readonly Diagnostic[],
  known: readonly Diagnostic[],
): readonly Diagnostic[] {
  const left = new Map<string, number>();
  for (const id of known.map(identify)) left.set(id, (left.get(id) ?? 0) + 1);
  return problems.filter((problem) => {
    const id = identify(problem);
    const count = left.get(id) ?? 0;
    left.set(id, count - 1);
    return count <= 0;
  });
}

/** A warning is the same wherever the text has moved it, and whatever number it has come to. */
function identify(problem: Diagnostic): string {
  const { rule, file, message, place } = problem;
  return isBlocking(problem)
    ? `${rule} ${file}:${place.line}:${place.column} ${message}`
    : `${rule} ${file} ${message.replace(/\d+/g, '')}`;
}

function isBlocking({ severity, isInDraft }: Diagnostic): boolean {
  return severity === 'error' && isInDraft !== true;
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
