/** Shapes of a map as lines of points, in whole units, and those as SVG path data. */
import { type GeoContext, type GeoPermissibleObjects, type GeoProjection, geoPath } from 'd3-geo';
import type { Spot } from './box.ts';

export interface Line {
  readonly points: readonly Spot[];
  readonly isClosed: boolean;
}

export function outlineOf(projection: GeoProjection, shape: GeoPermissibleObjects): Line[] {
  const lines: { points: Spot[]; isClosed: boolean }[] = [];
  const add = (x: number, y: number) => {
    const points = lines.at(-1)?.points ?? [];
    const spot = { x: Math.round(x), y: Math.round(y) };
    const last = points.at(-1);
    if (last?.x !== spot.x || last.y !== spot.y) points.push(spot);
  };
  const context: GeoContext = {
    beginPath() {},
    arc() {},
    moveTo(x, y) {
      lines.push({ points: [], isClosed: false });
      add(x, y);
    },
    lineTo: add,
    closePath() {
      const line = lines.at(-1);
      if (line !== undefined) line.isClosed = true;
    },
  };
  geoPath(projection, context)(shape);
  return lines;
}

/** In relative steps, which compress best. */
export function pathOf(lines: readonly Line[]): string {
  let data = '';
  let here: Spot = { x: 0, y: 0 };
  for (const { points, isClosed } of lines) {
    const [start = here] = points;
    for (const [index, there] of points.entries()) {
      const [dx, dy] = [there.x - here.x, there.y - here.y];
      // After a move, numbers alone are lines.
      const lead = index === 0 ? 'm' : dx < 0 ? '' : ' ';
      data += `${lead}${dx}${dy < 0 ? '' : ' '}${dy}`;
      here = there;
    }
    if (isClosed) {
      data += 'z';
      here = start;
    }
  }
  return data;
}
