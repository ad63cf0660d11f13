/** Letters that no font has, as a problem of the file that they stand in: one for each font that has them. */

import { placesIn } from '../problems/place.ts';
import { assignSeverity, type Problem } from '../problems/problem.ts';
import { formatReport } from '../problems/report.ts';

export interface NamedFile {
  /** As the author knows it. */
  readonly name: string;
  readonly text: string;
}

/** A report of them. */
export function reportMissingLetters(
  letters: readonly string[],
  files: readonly NamedFile[],
): string {
  const problems = describeMissingLetters(letters, files);
  const textOf = (name: string) => files.find((file) => file.name === name)?.text;
  return formatReport(assignSeverity(problems, { severities: {}, strict: false }), textOf);
}

/** The words in which letters that one font would have stand first, in whichever of the files comes first. */
export function describeMissingLetters(
  letters: readonly string[],
  files: readonly NamedFile[],
): Problem[] {
  const missing = new Set(letters);
  const byFamily = Object.groupBy(letters, familyFor);
  return Object.entries(byFamily).flatMap(([family, some = []]): Problem[] => {
    const file = files.find(({ text }) => some.some((letter) => text.includes(letter)));
    if (file === undefined) return [];
    const first = some.map((letter) => file.text.indexOf(letter)).filter((index) => index >= 0);
    const start = Math.min(...first);
    const words = wordsAt(file.text, start, missing);
    return [
      {
        rule: 'letter-is-in-a-font',
        file: file.name,
        place: placesIn(file.text)(start),
        length: words.length,
        message: `The PDF has no font with “${words}”.`,
        advice: adviceFor(family),
      },
    ];
  });
}

/** From the letter at `start` on, as far as no other letter comes. */
function wordsAt(text: string, start: number, missing: ReadonlySet<string>): string {
  let end = start;
  for (const sign of text.slice(start)) {
    if (!missing.has(sign) && !/[\p{M}\p{Zs}]/u.test(sign)) break;
    end += sign.length;
  }
  return text.slice(start, end).trimEnd();
}

/** Families of Google's fonts by script, as they name themselves, in packages with TrueType files, as Typst reads them. */
const families: Readonly<Record<string, string>> = {
  Arabic: 'Amiri',
  Hebrew: 'Frank Ruhl Libre',
  Hiragana: 'Noto Serif JP',
  Katakana: 'Noto Serif JP',
  Han: 'Noto Serif SC',
  Hangul: 'NanumMyeongjo',
  Devanagari: 'Noto Serif Devanagari',
  Bengali: 'Noto Serif Bengali',
  Tamil: 'Noto Serif Tamil',
  Thai: 'Noto Serif Thai',
  Armenian: 'Noto Serif Armenian',
  Georgian: 'Noto Serif Georgian',
  Ethiopic: 'Noto Serif Ethiopic',
};

/** Empty for a script that no family is known for. */
function familyFor(letter: string): string {
  const script = Object.keys(families).find((name) =>
    new RegExp(`\\p{Script=${name}}`, 'u').test(letter),
  );
  return families[script ?? ''] ?? '';
}

/** `undefined` where no family is known: what the rule advises has to do. */
function adviceFor(family: string): string | undefined {
  if (family === '') return undefined;
  const words = family.split(/ |(?<=[a-z])(?=[A-Z])/);
  const name = `@expo-google-fonts/${words.join('-').toLowerCase()}`;
  const file = `${name}/400Regular/${words.join('')}_400Regular.ttf`;
  return `One that has it comes with \`npm install --save-exact ${name}\`; then add \`{ family: '${family}', file: '${file}' }\` to \`print.fonts\` in \`src/site.ts\`.`;
}
