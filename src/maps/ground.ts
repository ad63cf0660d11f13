/** What lies where on a map, as a grid: water or which country. */
import type { Box, Spot } from './box.ts';
import type { Line } from './outline.ts';
import { drawing } from './views.ts';

/** Number of a country in the list that the ground was made from, or `water`. */
export type GroundId = number;
export const water: GroundId = -1;

const cell = 4;
const columns = Math.ceil(drawing.width / cell);
const rows = Math.ceil(drawing.height / cell);

export interface Ground {
  at(spot: Spot): GroundId;
  /** Every country of which there is some within a box. */
  within(box: Box): ReadonlySet<GroundId>;
  /** How much of what lies under a box is of some kind, from 0 to 1. */
  shareOf(isOfKind: (id: GroundId) => boolean): ShareUnder;
}

export type ShareUnder = (box: Box) => number;

export function groundOf(countries: readonly (readonly Line[])[]): Ground {
  const grid = new Int16Array(columns * rows).fill(water);
  for (const [id, lines] of countries.entries()) fill(grid, id, lines);
  return {
    at: ({ x, y }) => grid[rowOf(y) * columns + columnOf(x)] ?? water,
    within(box) {
      const ids = new Set<GroundId>();
      for (let row = rowOf(box.y); row <= rowOf(box.y + box.height); row++) {
        const start = row * columns;
        const [from, to] = [start + columnOf(box.x), start + columnOf(box.x + box.width)];
        for (const id of grid.subarray(from, to + 1)) ids.add(id);
      }
      return ids;
    },
    shareOf: (isOfKind) => shareOf(grid, isOfKind),
  };
}

function columnOf(x: number): number {
  return Math.min(columns - 1, Math.max(0, Math.floor(x / cell)));
}

function rowOf(y: number): number {
  return Math.min(rows - 1, Math.max(0, Math.floor(y / cell)));
}

/** From the sums of all that is above and to the left of each cell, four of which tell the sum of any box. */
function shareOf(grid: Int16Array, isOfKind: (id: GroundId) => boolean): ShareUnder {
  const width = columns + 1;
  const sums = new Int32Array(width * (rows + 1));
  const at = (row: number, column: number) => sums[row * width + column] ?? 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0, line = 0; column < columns; column++) {
      line += Number(isOfKind(grid[row * columns + column] ?? water));
      sums[(row + 1) * width + column + 1] = at(row, column + 1) + line;
    }
  }
  return ({ x, y, ...size }) => {
    const [left, right] = [columnOf(x), columnOf(x + size.width) + 1];
    const [top, bottom] = [rowOf(y), rowOf(y + size.height) + 1];
    const sum = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
    return sum / ((right - left) * (bottom - top));
  };
}

/** Row by row, between each odd crossing of its middle and the next even one. */
function fill(grid: Int16Array, id: GroundId, lines: readonly Line[]): void {
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const { points } of lines) {
    for (const [index, from] of points.entries()) {
      const to = points[(index + 1) % points.length] ?? from;
      const [top, bottom] = from.y < to.y ? [from, to] : [to, from];
      const first = Math.max(0, Math.ceil(top.y / cell - 0.5));
      for (let row = first; (row + 0.5) * cell < bottom.y && row < rows; row++) {
        const share = ((row + 0.5) * cell - top.y) / (bottom.y - top.y);
        crossings[row]?.push(top.x + share * (bottom.x - top.x));
      }
    }
  }
  for (const [row, unsorted] of crossings.entries()) {
    const xs = unsorted.toSorted((a, b) => a - b);
    for (let index = 0; index + 1 < xs.length; index += 2) {
      const from = Math.ceil((xs[index] ?? 0) / cell - 0.5);
      const to = Math.floor((xs[index + 1] ?? 0) / cell - 0.5);
      grid.fill(
        id,
        row * columns + Math.max(0, from),
        row * columns + Math.min(columns - 1, to) + 1,
      );
    }
  }
}
