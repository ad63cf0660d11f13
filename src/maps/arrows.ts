/** Arrows at the edge of a map, each towards a place that is out of view. */
import { type GeoProjection, geoDistance, geoInterpolate } from 'd3-geo';
import { type Box, contains, inset, type Spot } from './box.ts';
import type { MapSpec, Point } from './map-spec.ts';
import { drawing } from './views.ts';

/** `angle` is its direction in degrees, clockwise from the right. */
export interface Arrow extends Spot {
  readonly angle: number;
}

/** Half its length. */
export const arrowReach = 26;

/** Path data of one that stands at 0, 0 and points to the right. */
export const arrowPath = 'M-24 0H22M9-9L22 0 9 9';

export const earthRadius = 6371; // km, mean

/** An arrow where it may stand, and how far that is from where one would look for it. */
export interface ArrowSpot {
  readonly arrow: Arrow;
  readonly shift: number;
}

/** Arrows near the spot where the great circle from the middle of the map leaves it, along its edge and further in. */
export function arrowsTowards(
  point: Point,
  projection: GeoProjection,
  { center, width }: Pick<MapSpec, 'center' | 'width'>,
  safe: Box,
): ArrowSpot[] {
  const room = inset(safe, arrowReach);
  const along = geoInterpolate([...center], [...point]);
  const length = (geoDistance([...center], [...point]) * earthRadius * drawing.width) / width;
  let last: Spot | undefined;
  for (let units = 0; units < length; units += 4) {
    const [x, y] = projection(along(units / length)) ?? [Number.NaN, Number.NaN];
    if (!contains(room, { x, y })) break;
    last = { x, y };
  }
  return last === undefined ? [] : shifted(last, room, point, projection);
}

function shifted(exit: Spot, room: Box, point: Point, projection: GeoProjection): ArrowSpot[] {
  const across = exit.x - (room.x + room.width / 2);
  const down = exit.y - (room.y + room.height / 2);
  const isAtSide = Math.abs(across) / room.width > Math.abs(down) / room.height;
  return inwards.flatMap((inward) =>
    alongEdge.flatMap((shift): ArrowSpot[] => {
      const x = exit.x + (isAtSide ? -Math.sign(across) * inward : shift);
      const y = exit.y + (isAtSide ? shift : -Math.sign(down) * inward);
      const angle = angleTowards({ x, y }, point, projection);
      if (!contains(room, { x, y }) || angle === undefined) return [];
      const arrow = { x: Math.round(x), y: Math.round(y), angle };
      return [{ arrow, shift: Math.abs(shift) + inward }];
    }),
  );
}

const inwards = [0, 26, 52];
const alongEdge = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map((step) => step * 28);

/** Of the great circle, where it begins. */
function angleTowards({ x, y }: Spot, point: Point, projection: GeoProjection): number | undefined {
  const here = projection.invert?.([x, y]);
  const next = here && projection(geoInterpolate(here, [...point])(0.001));
  if (!next) return undefined;
  return Math.round((Math.atan2(next[1] - y, next[0] - x) * 180) / Math.PI);
}
