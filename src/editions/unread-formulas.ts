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
  const problems = formulas.map((tex): Problem => {
    const [line = ''] = tex.split('\n');
    const start = Math.max(0, text.indexOf(tex) >= 0 ? text.indexOf(tex) : text.indexOf(line));
    const message = `The editions cannot set the formula “${tex}”.`;
    return {
      rule: 'formula-is-in-editions',
      file: name,
      place: placeOf(start),
      length: line.length,
      message,
    };
  });
  return formatReport(assignSeverity(problems, { severities: {}, strict: false }), () => text);
}
