/** Letters that no font has, as a problem of the file that they stand in. */

import { placesIn } from '../problems/place.ts';
import { assignSeverity, type Problem } from '../problems/problem.ts';
import { formatReport } from '../problems/report.ts';

export interface NamedFile {
  /** As the author knows it. */
  readonly name: string;
  readonly text: string;
}

/** A report of where each letter stands first in the files, in whichever comes first. */
export function reportMissingLetters(
  letters: readonly string[],
  files: readonly NamedFile[],
): string {
  const problems = letters.flatMap((letter): Problem[] => {
    const file = files.find(({ text }) => text.includes(letter));
    if (file === undefined) return [];
    const place = placesIn(file.text)(file.text.indexOf(letter));
    const message = `The PDF has no font with “${letter}”.`;
    return [
      { rule: 'letter-is-in-a-font', file: file.name, place, length: letter.length, message },
    ];
  });
  const textOf = (name: string) => files.find((file) => file.name === name)?.text;
  return formatReport(assignSeverity(problems, { severities: {}, strict: false }), textOf);
}
