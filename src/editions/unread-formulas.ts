/** Formulas that the page can set and Pandoc cannot read, as problems of the essay that they stand in. */
import { placesIn } from '../problems/place.ts';
import { assignSeverity, type Problem } from '../problems/problem.ts';
import { formatReport } from '../problems/report.ts';
import type { NamedFile } from './missing-letters.ts';

/** Of TeX that editions would show as it was typed. */
export class UnreadFormulas extends Error {
  readonly formulas: readonly string[];

  constructor(formulas: readonly string[]) {
    super(`Pandoc cannot read ${formulas.join(', ')}.`);
    this.formulas = formulas;
  }
}

/** A report of them. */
export function reportUnreadFormulas(
  formulas: readonly string[],
  { name, text }: NamedFile,
): string {
  const placeOf = placesIn(text);
  const problems = [...new Set(formulas)].map((tex): Problem => {
    const [line = ''] = tex.trim().split(/\r?\n/);
    const message = `The editions cannot set the formula “${tex.trim()}”.`;
    return {
      rule: 'formula-is-in-editions',
      file: name,
      place: placeOf(offsetOf(line, text)),
      length: line.length,
      message,
    };
  });
  return formatReport(assignSeverity(problems, { severities: {}, strict: false }), () => text);
}

/** Where it stands as a formula; or at all, when more than its sign stands before it. */
function offsetOf(tex: string, text: string): number {
  const offset = text.indexOf(`$${tex}`);
  return offset >= 0 ? offset + 1 : Math.max(0, text.indexOf(tex));
}
