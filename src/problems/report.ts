/** Problems as people and machines read them. */
import type { Diagnostic } from './problem.ts';
import { rules, type Severity } from './rules.ts';

/** The text of a file by its path, or nothing when it cannot be shown. */
export type SourceText = (file: string) => string | undefined;

/**
 * A report for people, each problem with the line it stands in, and how many `all` are; empty when there are none. No
 * line end after the last line.
 */
export function formatReport(
  problems: readonly Diagnostic[],
  sourceText: SourceText,
  all = problems,
): string {
  if (all.length === 0) return '';
  const lines = new Map<string, string[]>();
  const lineOf = ({ file, place }: Diagnostic) => {
    const known = lines.get(file) ?? linesOf(sourceText(file));
    lines.set(file, known);
    return known[place.line - 1];
  };
  const blocks = problems.map((problem) => formatProblem(problem, lineOf(problem)));
  return [...blocks, formatTotals(all)].join('\n\n');
}

/** The same as JSON: an array in the same order, one object a problem. */
export function formatJson(problems: readonly Diagnostic[]): string {
  return JSON.stringify(toData(problems), null, 2);
}

/** The same as data. */
export function toData(problems: readonly Diagnostic[]) {
  return problems.map((problem) => ({
    rule: problem.rule,
    severity: problem.severity,
    file: problem.file,
    line: problem.place.line,
    column: problem.place.column,
    length: problem.length,
    message: problem.message,
    advice: problem.advice ?? rules[problem.rule].advice,
    ...(problem.nearest !== undefined && { nearest: problem.nearest }),
    ...(problem.isInDraft === true && { draft: true }),
  }));
}

/**
 * The same as annotations of GitHub Actions, one line a problem.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatAnnotations(problems: readonly Diagnostic[]): string {
  const inProperty = (text: string) => inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const inData = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return problems
    .map((problem) => {
      const { severity, file, place, length, rule, message } = problem;
      const end = place.column + Math.max(length, 1);
      const where = `file=${inProperty(file)},line=${place.line},col=${place.column},endColumn=${end}`;
      return `::${severity} ${where},title=${rule}::${inData(`${message} ${adviceFor(problem)}`)}`;
    })
    .join('\n');
}

function formatProblem(problem: Diagnostic, line: string | undefined): string {
  const { file, place, message, severity, rule, isInDraft } = problem;
  const kind = isInDraft === true ? 'draft' : severity;
  const lines = [
    `${file}:${place.line}:${place.column}  ${kind}  ${rule}`,
    `  ${message}`,
    `  ${adviceFor(problem)}`,
  ];
  const frame = formatFrame(problem, line);
  return frame === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${frame}`;
}

/** What to do about a problem, with what was probably meant. */
export function adviceFor({ rule, nearest, advice }: Diagnostic): string {
  const suggestion = nearest === undefined ? '' : `Did you mean “${nearest}”? `;
  return `${suggestion}${advice ?? rules[rule].advice}`;
}

/** The line a problem stands in, with a mark below; nothing when the text of its file is not known. */
export function frameOf(problem: Diagnostic, text: string | undefined): string | undefined {
  return formatFrame(problem, linesOf(text)[problem.place.line - 1]);
}

function linesOf(text: string | undefined): string[] {
  return text?.split(/\r\n|\n|\r/) ?? [];
}

/** A paragraph is often one very long line, so the frame shows a window around the fault. */
function formatFrame({ place, length }: Diagnostic, line: string | undefined) {
  if (line === undefined || line.trim() === '') return undefined;
  const reach = 36;
  const index = place.column - 1;
  const from = index <= reach ? 0 : index - reach;
  const to = Math.min(line.length, index + Math.max(length, 1) + reach);
  const lead = from > 0 ? '…' : '';
  const tail = to < line.length ? '…' : '';
  const gutter = `  ${place.line} | `;
  const excerpt = `${gutter}${lead}${line.slice(from, to)}${tail}`.replaceAll('\t', ' ');
  const pointerStart = gutter.length + lead.length + index - from;
  const pointer = '^'.repeat(Math.max(1, Math.min(length, line.length - index)));
  return `${excerpt}\n${' '.repeat(pointerStart)}${pointer}`;
}

function formatTotals(problems: readonly Diagnostic[]): string {
  const published = problems.filter(({ isInDraft }) => isInDraft !== true);
  const count = (severity: Severity) => {
    const found = published.filter((problem) => problem.severity === severity).length;
    return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`];
  };
  const drafts = problems.length - published.length;
  const inDrafts = drafts === 0 ? [] : [`${drafts} in drafts, which stop no build`];
  return [...count('error'), ...count('warning'), ...inDrafts].join(', ');
}
