/** Where words may stand on a map, and what speaks against each spot: the farther and the less clear, the dearer. */
import type { Role } from './atlas.ts';
import { type Box, contains, inset, isWithin, overlap, type Spot } from './box.ts';
import { type Ground, type GroundId, type ShareUnder, water } from './ground.ts';
import {
  type Anchor,
  breaksOf,
  type LabelKind,
  moved,
  type SetLine,
  setLine,
  setLines,
} from './label.ts';
import type { View } from './views.ts';

export interface Candidate {
  readonly lines: readonly SetLine[];
  /** All that it needs, with the air around it. */
  readonly boxes: readonly Box[];
  readonly cost: number;
}

/** What words are set on. */
export interface Sheet {
  readonly view: View;
  readonly ground: Ground;
  /** How much of a tone lies under a box. Countries that have one colour have one tone, and so has water. */
  readonly tones: Readonly<Record<Tone, ShareUnder>>;
  /** How much of one country, or of water. */
  readonly shareOf: (id: GroundId) => ShareUnder;
  /** Dots and rings, which nothing may cover. */
  readonly marks: readonly Box[];
  /** Points of the borders that are drawn, which little should cross. */
  readonly borders: readonly Spot[];
}

export type Tone = Role | 'sea';

export interface Words {
  readonly text: string;
  readonly kind: LabelKind;
}

/** A name stands round its point, or near it where that is clearer: on one ground, its own if that has room. */
export function nearPoint(words: Words, at: Spot, home: GroundId, sheet: Sheet): Candidate[] {
  const isAtSea = sheet.ground.at(at) === water;
  return breaksOf(words.text).flatMap((texts, index) => {
    const lines = setLines(texts, words.kind, sheet.view.textSize, at);
    return shifts.flatMap(({ x, y, distance }) =>
      candidate(
        lines.map((line) => moved(line, { x, y })),
        (boxes) => {
          const cost = costOfGround(boxes, home, isAtSea, distance, sheet);
          return cost === undefined ? undefined : index * 1.5 + distance / 10 + cost;
        },
        sheet,
        8,
      ),
    );
  });
}

/** Words stand beside the mark that they name, at one of its sides or corners. */
export function besideMark(
  words: Words,
  mark: Spot & { readonly radius: number },
  side: 'left' | 'right',
  sheet: Sheet,
): Candidate[] {
  const { textSize } = sheet.view;
  const gap = textSize * 0.25;
  const home = sheet.ground.at(mark);
  const set = (anchor: Anchor) => setLine(words.text, words.kind, textSize, mark, anchor);
  const lines = { start: set('start'), middle: set('middle'), end: set('end') };
  // At a corner words may come nearer than at a side.
  const [level, corner] = [mark.radius + gap, mark.radius * 0.7 + gap * 0.6];
  const { box } = lines.middle;
  const [up, down] = [mark.y - box.y - box.height, mark.y - box.y];
  const sign = side === 'left' ? -1 : 1;
  const sides = [
    { x: sign * level, y: 0, cost: 0 },
    { x: -sign * level, y: 0, cost: 1.5 },
    { x: sign * corner, y: up - corner, cost: 2 },
    { x: sign * corner, y: down + corner, cost: 2 },
    { x: -sign * corner, y: up - corner, cost: 2.6 },
    { x: -sign * corner, y: down + corner, cost: 2.6 },
    { x: 0, y: up - level, cost: 3 },
    { x: 0, y: down + level, cost: 3 },
  ];
  return sides.flatMap(({ x, y, cost }) => {
    const line = lines[x === 0 ? 'middle' : x < 0 ? 'end' : 'start'];
    return candidate(
      [moved(line, { x, y })],
      (boxes) => cost + costOfCrossing(boxes, home, sheet),
      sheet,
    );
  });
}

/** Words that begin or end where their author says. */
export function atPoint(words: Words, at: Spot, side: 'left' | 'right', sheet: Sheet): Candidate[] {
  const anchor = side === 'left' ? 'end' : 'start';
  const line = setLine(words.text, words.kind, sheet.view.textSize, at, anchor);
  return candidate([line], () => 0, sheet);
}

/** None where it would leave the map, or come nearer to a mark than `distance`. */
function candidate(
  lines: readonly SetLine[],
  costOf: (boxes: readonly Box[]) => number | undefined,
  { view, marks, borders }: Sheet,
  distance = 0,
): Candidate[] {
  const boxes = lines.map(({ box }) => box);
  const isClear = boxes.every(
    (box) =>
      isWithin(box, view.safe) && !marks.some((mark) => overlap(inset(box, -distance), mark)),
  );
  const ownCost = isClear ? costOf(boxes) : undefined;
  if (ownCost === undefined) return [];
  const wide = boxes.map((box) => inset(box, -6));
  const isCrossed = borders.some((spot) => wide.some((box) => contains(box, spot)));
  const cost = ownCost + (isCrossed ? 9 : 0);
  return [{ lines, boxes: boxes.map((box) => inset(box, -air.across, -air.down)), cost }];
}

/** Between words, half on each side; more at their ends. */
const air = { across: 5, down: 3.5 };

/** A grid of spots around, near to far, closer where it is near: on a coast there is little to choose from. */
const shifts = Array.from({ length: 45 ** 2 }, (_, index) => {
  const [column, row] = [(index % 45) - 22, Math.floor(index / 45) - 22];
  const distance = 6 * Math.hypot(column, row);
  const isKept = distance <= 48 || (column % 2 === 0 && row % 2 === 0 && distance <= 132);
  return isKept ? [{ x: 6 * column, y: 6 * row, distance }] : [];
}).flat();

/** Of what lies under boxes and a little beyond them, so that a name does not touch a coast. */
function shareUnder(boxes: readonly Box[], share: ShareUnder): number {
  const shares = boxes.map((box) => share(inset(box, -4)));
  return shares.reduce((sum, each) => sum + each, 0) / shares.length;
}

/**
 * No name straddles a coast or a border where it has a choice. One in the water off its country is the less clear
 * the farther away it is. `undefined` where it would be taken for the name of something else.
 */
function costOfGround(
  boxes: readonly Box[],
  home: GroundId,
  isAtSea: boolean,
  distance: number,
  { shareOf, tones }: Sheet,
): number | undefined {
  const own = shareUnder(boxes, shareOf(home));
  const sea = shareUnder(boxes, tones.sea);
  if (home === water && own < 0.5) return undefined;
  if (home === water) return own > 0.999 ? 0 : 12 + 60 * (1 - own);
  const foreign = 1 - own - sea;
  if (foreign > 0.75) return undefined;
  const isCut = own < 0.999 && shareUnder(boxes, tones.subject) > 0;
  if (foreign > 0.001) return 14 + 40 * foreign + (own < 0.3 ? 20 : 0) + (isCut ? 8 : 0);
  if (own > 0.001 && sea > 0.001) return 12 + 10 * Math.min(own, sea);
  if (own > 0.001) return 0;
  return isAtSea ? distance / 5 : 6 + distance / 3;
}

/**
 * The name of a city may cross a coast. It is clearer where it does not, where it is not in another country, and
 * by far where the edge of the dark subject does not cut it.
 */
function costOfCrossing(boxes: readonly Box[], home: GroundId, { shareOf, tones }: Sheet): number {
  const shares = Object.values(tones).map((share) => shareUnder(boxes, share));
  const crossed = shares.filter((share) => share > 0).length - 1;
  const subject = shareUnder(boxes, tones.subject);
  const cut = crossed > 0 && subject > 0 ? 2 + 12 * subject : 0;
  const elsewhere = 1 - shareUnder(boxes, shareOf(home)) - shareUnder(boxes, tones.sea);
  return crossed * 1.2 + cut + (elsewhere > 0.5 ? 1.5 : 0);
}
