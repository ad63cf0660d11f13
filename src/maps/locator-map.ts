/** A locator map as geometry: what to draw where, without colours or markup. */
import {
  type GeoContext,
  type GeoPermissibleObjects,
  type GeoProjection,
  geoConicEqualArea,
  geoDistance,
  geoInterpolate,
  geoPath,
} from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalTriangleArea,
} from 'topojson-simplify';
import type { MapSpec, Point } from './map-spec.ts';
import { nameOf, readWorld, type World } from './read-countries.ts';

/** Units of the drawing: it is `width` units wide and as high as its frame asks. */
export const drawing = { width: 1000, height: 620 };

const earthRadius = 6371; // km, mean

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Place extends Label {
  readonly side: 'left' | 'right';
  readonly dot: { readonly x: number; readonly y: number };
}

export interface LocatorMap {
  /** SVG path data of each country in view; `role` is how the essay speaks of it. */
  readonly countries: readonly {
    readonly role: 'subject' | 'related' | 'other';
    readonly path: string;
  }[];
  readonly borders: readonly (Label & { readonly path: string })[];
  readonly names: readonly Label[];
  readonly places: readonly Place[];
  /** Places out of view: where the great circle to them leaves the map, and how far they are, km. */
  readonly beyond: readonly (Label & { readonly angle: number; readonly distance: number })[];
}

export function drawLocatorMap(spec: MapSpec): LocatorMap {
  const projection = project(spec);
  const world = simplified(spec.width);
  const at = (point: Point): { x: number; y: number } => {
    const [x, y] = projection([...point]) ?? [0, 0];
    return { x: Math.round(x), y: Math.round(y) };
  };
  const draw = (shapes: readonly GeoPermissibleObjects[]) => {
    const path = relativePath();
    for (const shape of shapes) geoPath(projection, path)(shape);
    return path.data();
  };
  const roleOf = (name: string) =>
    spec.subject.includes(name) ? 'subject' : spec.related.includes(name) ? 'related' : 'other';
  const { geometries } = world.objects.countries;

  return {
    countries: (['other', 'related', 'subject'] as const).map((role) => ({
      role,
      path: draw(
        geometries
          .filter((country) => roleOf(nameOf(country)) === role)
          .map((country) => feature(world, country)),
      ),
    })),
    borders: spec.borders.map(({ between: [a, b], name, at: point }) => {
      const line = mesh(world, world.objects.countries, (one, other) => {
        const names = [nameOf(one), nameOf(other)];
        return one !== other && names.includes(a) && names.includes(b);
      });
      return { text: name, path: draw([line]), ...at(point) };
    }),
    names: spec.names.map(({ name, at: point }) => ({ text: name, ...at(point) })),
    places: spec.places.map(({ name, at: point, side, label }) => {
      const dot = at(point);
      const beside = { x: dot.x + (side === 'left' ? -13 : 13), y: dot.y };
      return { text: name, side, dot, ...(label ? at(label) : beside) };
    }),
    beyond: spec.beyond.map(({ name, at: point }) => ({
      text: name,
      distance: Math.round((geoDistance([...spec.center], [...point]) * earthRadius) / 100) * 100,
      ...edgeTowards(projection, spec.center, point),
    })),
  };
}

/** Equal-area, so that no country looks greater than it is, and centred on the map's own middle. */
function project({ center: [longitude, latitude], width }: MapSpec): GeoProjection {
  return geoConicEqualArea()
    .parallels([latitude - 8, latitude + 8])
    .rotate([-longitude, 0])
    .center([0, latitude])
    .translate([drawing.width / 2, drawing.height / 2])
    .scale((drawing.width * earthRadius) / width)
    .clipExtent([
      [0, 0],
      [drawing.width, drawing.height],
    ]);
}

let weighed: ReturnType<typeof presimplify> | undefined;

/** Drops bends and islands too small to be seen on a map that shows `width` km. */
function simplified(width: number): World {
  const unit = width / drawing.width / earthRadius; // radians
  // The same for every map, and most of the work.
  weighed ??= presimplify(readWorld(), sphericalTriangleArea);
  const coarse = simplify(weighed, 6 * unit ** 2);
  return filter(coarse, filterWeight(coarse, 40 * unit ** 2)) as World;
}

/** Where the great circle from the middle to `point` comes near the edge, and its direction there, degrees. */
function edgeTowards(projection: GeoProjection, center: Point, point: Point) {
  const along = geoInterpolate([...center], [...point]);
  const margin = 40;
  const free = projection.clipExtent(null);
  let inside = { x: 0, y: 0 };
  for (let share = 0; share <= 1; share += 0.002) {
    const [x, y] = free(along(share)) ?? [0, 0];
    const isInside =
      x > margin && x < drawing.width - margin && y > margin && y < drawing.height - margin;
    if (!isInside) {
      const angle = (Math.atan2(y - inside.y, x - inside.x) * 180) / Math.PI;
      return { x: Math.round(inside.x), y: Math.round(inside.y), angle: Math.round(angle) };
    }
    inside = { x, y };
  }
  return { x: Math.round(inside.x), y: Math.round(inside.y), angle: 0 };
}

/** Collects a path in whole units and relative steps, which compress best. */
function relativePath(): GeoContext & { data(): string } {
  let data = '';
  let command = '';
  let here = { x: 0, y: 0 };
  let start = here;
  const step = (next: 'm' | 'l', x: number, y: number) => {
    const there = { x: Math.round(x), y: Math.round(y) };
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    if (next === 'l' && dx === 0 && dy === 0) return;
    // After a step of either kind, numbers alone are further lines.
    const lead = next === 'm' || command === 'z' ? next : dx < 0 ? '' : ' ';
    data += `${lead}${dx}${dy < 0 ? '' : ' '}${dy}`;
    command = next;
    here = there;
  };
  return {
    beginPath() {},
    arc() {},
    moveTo(x, y) {
      step('m', x, y);
      start = here;
    },
    lineTo: (x, y) => step('l', x, y),
    closePath() {
      data += 'z';
      command = 'z';
      here = start;
    },
    data: () => data,
  };
}
