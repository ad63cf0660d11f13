/** Words on a map: how each kind is set, and where its lines and their boxes are. */
import { type Box, boxAround, type Spot } from './box.ts';
import { textWidth } from './text-width.ts';

/** Of a country, of the one the essay is about; of water; of a city; of what is out of view. */
export type LabelKind = 'country' | 'subject' | 'water' | 'place' | 'beyond';
export type Anchor = 'start' | 'middle' | 'end';

/** Sizes are shares of that of the view; `styles/map.css` and `map-labels.typ` have the same. */
export interface Face {
  readonly size: number;
  /** Space after each letter, as a share of its own size. */
  readonly tracking: number;
  readonly isUppercase: boolean;
}

/** One line of words. `y` is the middle of its letters. */
export interface LabelLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface SetLine {
  readonly line: LabelLine;
  readonly box: Box;
}

/** Capitals are spaced; scripts without them are set as water is, upright. */
export function faceOf(kind: LabelKind, text: string): Face {
  const isCapitals = isInCapitals(kind, text);
  if (isCapitals) return { size: 0.7, tracking: 0.16, isUppercase: true };
  return { size: kind === 'place' ? 1 : 0.88, tracking: 0, isUppercase: false };
}

export function isInCapitals(kind: LabelKind, text: string): boolean {
  return (kind === 'country' || kind === 'subject') && /\p{Ll}|\p{Lu}/u.test(text);
}

/** A line with its box, whose `anchor` stands at a spot. */
export function setLine(
  text: string,
  kind: LabelKind,
  textSize: number,
  { x, y }: Spot,
  anchor: Anchor,
): SetLine {
  const face = faceOf(kind, text);
  const size = textSize * face.size;
  const set = face.isUppercase ? text.toUpperCase() : text;
  const width = textWidth(set, face.tracking) * size;
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  // The middle of letters is a third of their size above the line they stand on.
  const hasTail = !face.isUppercase && /[^\p{Lu}\p{N}abcdehiklmnorstuvwxz. ’-]/u.test(text);
  const [above, below] = [0.42 * size, (hasTail ? 0.6 : 0.38) * size];
  const box = { x: x - before, y: y - above, width, height: above + below };
  return { line: { text, x: Math.round(x), y: Math.round(y), anchor }, box };
}

/** The same elsewhere. */
export function moved({ line, box }: SetLine, { x, y }: Spot): SetLine {
  return {
    line: { ...line, x: Math.round(line.x + x), y: Math.round(line.y + y) },
    box: { ...box, x: box.x + x, y: box.y + y },
  };
}

/** In as many lines as there are texts, round a spot. */
export function setLines(
  texts: readonly string[],
  kind: LabelKind,
  textSize: number,
  { x, y }: Spot,
): SetLine[] {
  const leading = textSize * faceOf(kind, texts.join()).size * 1.3;
  return texts.map((text, index) => {
    const middle = y + (index - (texts.length - 1) / 2) * leading;
    return setLine(text, kind, textSize, { x, y: middle }, 'middle');
  });
}

/** In one line, and in two that are about as long. */
export function breaksOf(text: string): string[][] {
  const words = text.split(/\s+/);
  const breaks = words.slice(1).map((_, index) => {
    return [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
  });
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  const [even] = breaks.toSorted((a, b) => longest(a) - longest(b));
  return even === undefined ? [[text]] : [[text], even];
}

/** A dot, a ring or an arrow as what no word may cover. */
export function markBox(at: Spot, radius: number): Box {
  return boxAround(at, 2 * radius);
}
