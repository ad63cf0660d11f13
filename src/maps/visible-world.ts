/** The world without what is too small to be seen on a map, or too far away from it. */
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';
import { earthRadius } from './arrows.ts';
import type { MapSpec, Point } from './map-spec.ts';
import { readWorld, type World } from './read-countries.ts';
import { drawing, frame } from './views.ts';

/** Narrower than this, in km, a map shows how coarse the smaller scale is. */
const closeUp = 1200;

export function visibleWorld({ center, width }: Pick<MapSpec, 'center' | 'width'>): World {
  const unit = width / drawing.width / earthRadius; // radians
  const corner = (unit * Math.hypot(frame.width, frame.height)) / 2;
  const world = readWorld(width < closeUp ? '10m' : '50m');
  return simplified(around(world, center, corner), unit);
}

/** Without bends and islands of less than a few square units. */
function simplified(world: World, unit: number): World {
  const coarse = simplify(presimplify(world, sphericalTriangleArea), 6 * unit ** 2);
  const areaOf: Parameters<typeof filterWeight>[2] = (ring) => sphericalRingArea(ring, false);
  return keepRings(coarse, filterWeight(coarse, 6 * unit ** 2, areaOf));
}

/** Of a world that is all sea, `filter` would leave no list of countries. */
function keepRings(
  world: Parameters<typeof filter>[0],
  isKept: Parameters<typeof filter>[1],
): World {
  const kept = filter(world, isKept) as World;
  const { geometries = [] }: Partial<World['objects']['countries']> = kept.objects.countries;
  return { ...kept, objects: { countries: { type: 'GeometryCollection', geometries } } };
}

/** Only the land that may come within `radius`, in radians, of a point. */
function around(world: World, [longitude, latitude]: Point, radius: number): World {
  const down = (radius * 180) / Math.PI;
  const pole = Math.min(90, Math.abs(latitude) + down);
  const across = Math.min(180, down / Math.cos((pole * Math.PI) / 180));
  const boxes = boxesOfArcs(world);
  const isNear = (outline: readonly number[]) => {
    // Of the whole line: land has no arc near a view that lies inside of it.
    const box = boxAround(outline.flatMap((arc) => boxes[arc < 0 ? ~arc : arc] ?? []));
    if (box.north < latitude - down || box.south > latitude + down) return false;
    return [-360, 0, 360].some(
      (turn) => box.east + turn >= longitude - across && box.west + turn <= longitude + across,
    );
  };
  const countries = world.objects.countries.geometries.map((country) => {
    const polygons = polygonsOf(country)
      .map((rings) => rings.toSorted((a, b) => pointsIn(b, world) - pointsIn(a, world)))
      .filter(([outline = []]) => isNear(outline));
    return { ...country, type: 'MultiPolygon', arcs: polygons } as const;
  });
  const objects = { countries: { ...world.objects.countries, geometries: countries } };
  return keepRings({ ...world, objects }, () => true);
}

/** Of Antarctica, which goes round the pole, the outline may stand behind an island. */
function pointsIn(ring: readonly number[], { arcs }: World): number {
  return ring.reduce((sum, arc) => sum + (arcs[arc < 0 ? ~arc : arc]?.length ?? 0), 0);
}

function polygonsOf(country: World['objects']['countries']['geometries'][number]): number[][][] {
  if (country.type === 'Polygon') return [country.arcs];
  return country.type === 'MultiPolygon' ? country.arcs : [];
}

interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function boxAround(boxes: readonly Extent[]): Extent {
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    east: Math.max(...boxes.map(({ east }) => east)),
    south: Math.min(...boxes.map(({ south }) => south)),
    north: Math.max(...boxes.map(({ north }) => north)),
  };
}

/** In degrees. An arc is a list of steps. */
function boxesOfArcs({ arcs, transform }: World): Extent[] {
  const { scale = [1, 1], translate = [0, 0] } = transform ?? {};
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    // Half a million steps: taken apart by their numbers, which makes no lists of them.
    for (const step of arc) {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    return {
      west: west * scale[0] + translate[0],
      east: east * scale[0] + translate[0],
      south: south * scale[1] + translate[1],
      north: north * scale[1] + translate[1],
    };
  });
}
