/** How wide words will be, near enough to keep them apart: what sets them is a browser, in whatever face it has. */

/** Widths of letters in Palatino, in hundredths of their size, each line with all that are about as wide. */
const widths: readonly (readonly [number, string])[] = [
  [29, ' ijlI.,:;’‘\'"|!()-'],
  [36, 'frtJ'],
  [46, 'cesz'],
  [52, 'agoxvyq0123456789S–'],
  [58, 'bdhknpu'],
  [62, 'BEFLPTXYZR'],
  [76, 'ACDGHKNOQUV'],
  [86, 'mw'],
  [98, 'MW'],
];
const widthOf = new Map(
  widths.flatMap(([width, letters]) => [...letters].map((each) => [each, width])),
);

/** Faces differ; few that a reader is likely to have are wider than this, against Palatino. */
const reserve = 1.08;

/** Of a line, in units of its size. `tracking` is the space after each letter. */
export function textWidth(line: string, tracking = 0): number {
  const letters = [...line.normalize('NFC')].filter((each) => !/\p{M}/u.test(each));
  const sum = letters.reduce((width, each) => width + letterWidth(each), 0);
  return (sum / 100) * reserve + letters.length * tracking;
}

function letterWidth(letter: string): number {
  const known = widthOf.get(letter) ?? widthOf.get(letter.normalize('NFD').charAt(0));
  if (known !== undefined) return known;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter))
    return 100;
  return /\p{Lu}/u.test(letter) ? 80 : 62;
}
