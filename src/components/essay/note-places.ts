import type { EssayRecord } from '../../essay/essay-record.ts';

/** Beyond this many, a browser takes seconds to place them (measured: 0.3 s for 200, 2 s for 800). */
const most = 200;

/** Whether the notes stand beside their markers where there is room, and not in a list only. */
export function arePlaced({ notes }: EssayRecord): boolean {
  return notes.length > 0 && notes.length <= most;
}

/**
 * The styles that tie each note to its markers; `styles/note-places.css` says how they are used. An anchor of
 * the page is letters, digits, `.`, `_`, `:` and `-` (citations/anchors.ts), so it needs no escape in a string.
 */
export function notePlaces({ notes }: EssayRecord): string {
  const places = notes.flatMap(({ number, anchor, uses }) => [
    `[id="${anchor}"]{--marker:--m${number};--note:--n${number};--above:--n${number - 1}}`,
    ...uses.map((use, index) => `[id="${use.anchor}"]{anchor-name:${markerName(number, index)}}`),
  ]);
  const shown = notes.flatMap(({ number, anchor, uses }) =>
    uses.map(
      (use, index) =>
        `.essay:has([id="${use.anchor}"]:is(:hover,:focus-visible,:focus>*)) [id="${anchor}"]` +
        `{--shown:${markerName(number, index)}}`,
    ),
  );
  return `${places.join('')}:root:not(.quiet){${shown.join('')}}`;
}

/** A CSS anchor name (CSS Anchor Positioning 1): `--m3`, and `--m3-2` for the second use. */
function markerName(number: number, use: number): string {
  return use === 0 ? `--m${number}` : `--m${number}-${use + 1}`;
}
