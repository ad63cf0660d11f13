/** Letters that no font has, as a problem of the file that they stand in: one for each script. */

import { placesIn } from '../problems/place.ts';
import { assignSeverity, type Problem } from '../problems/problem.ts';
import { formatReport } from '../problems/report.ts';

export interface NamedFile {
  /** As the author knows it. */
  readonly name: string;
  readonly text: string;
}

/** A report of the words in which letters of each script stand first, in whichever of the files comes first. */
export function reportMissingLetters(
  letters: readonly string[],
  files: readonly NamedFile[],
): string {
  const missing = new Set(letters);
  const byScript = Object.groupBy(letters, scriptOf);
  const problems = Object.entries(byScript).flatMap(([script, some = []]): Problem[] => {
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
        advice: adviceFor(script),
      },
    ];
  });
  const textOf = (name: string) => files.find((file) => file.name === name)?.text;
  return formatReport(assignSeverity(problems, { severities: {}, strict: false }), textOf);
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

interface Font {
  readonly letters: RegExp;
  readonly family: string;
  /** From the packages; of Google's fonts, which have TrueType files, as Typst reads them. */
  readonly file: string;
}

const fonts: Readonly<Record<string, Font>> = {
  Arabic: {
    letters: /\p{Script=Arabic}/u,
    family: 'Amiri',
    file: '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  },
  Hebrew: {
    letters: /\p{Script=Hebrew}/u,
    family: 'Frank Ruhl Libre',
    file: '@expo-google-fonts/frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf',
  },
  Kana: {
    letters: /\p{Script=Hiragana}|\p{Script=Katakana}/u,
    family: 'Noto Serif JP',
    file: '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  },
  Han: {
    letters: /\p{Script=Han}/u,
    family: 'Noto Serif SC',
    file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  },
  Devanagari: {
    letters: /\p{Script=Devanagari}/u,
    family: 'Noto Serif Devanagari',
    file: '@expo-google-fonts/noto-serif-devanagari/400Regular/NotoSerifDevanagari_400Regular.ttf',
  },
  Bengali: {
    letters: /\p{Script=Bengali}/u,
    family: 'Noto Serif Bengali',
    file: '@expo-google-fonts/noto-serif-bengali/400Regular/NotoSerifBengali_400Regular.ttf',
  },
};

function scriptOf(letter: string): string {
  return Object.entries(fonts).find(([, { letters }]) => letters.test(letter))?.[0] ?? '';
}

/** `undefined` where no font is known: what the rule advises has to do. */
function adviceFor(script: string): string | undefined {
  const font = fonts[script];
  if (font === undefined) return undefined;
  const { family, file } = font;
  const name = file.split('/').slice(0, 2).join('/');
  return `One that has it comes with \`npm install --save-exact ${name}\`; then add \`{ family: '${family}', file: '${file}' }\` to \`print.fonts\` in \`src/site.ts\`.`;
}
