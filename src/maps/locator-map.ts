/** A locator map as geometry: what to draw where, without colours or markup. */
import { type Atlas, dotRadius, drawAtlas, isInView, type Role, ringRadius } from './atlas.ts';
import type { Spot } from './box.ts';
import type { Sheet } from './candidates.ts';
import { faultsOf, type MapFault } from './faults.ts';
import { featuresOf, type MapWords } from './features.ts';
import { type GroundId, type ShareUnder, water } from './ground.ts';
import { markBox } from './label.ts';
import { type Lettering, letter } from './lettering.ts';
import type { MapSpec } from './map-spec.ts';
import { pathOf } from './outline.ts';
import { type ViewName, views } from './views.ts';

export interface MapShapes {
  /** SVG path data of the countries in view; `role` is how the essay speaks of them. */
  readonly countries: readonly { readonly role: Role; readonly path: string }[];
  /** SVG path data of common borders. */
  readonly borders: readonly string[];
  /** Round each common border that is too short to be seen as a line. */
  readonly rings: readonly Spot[];
  /** Cities. */
  readonly dots: readonly Spot[];
}

export interface LocatorMap extends MapShapes {
  readonly letterings: Readonly<Record<ViewName, Lettering>>;
  readonly faults: readonly MapFault[];
}

/** Drawn once for what its author writes: check, page and editions show the same, and few edits are of the map. */
export function drawLocatorMap(spec: MapSpec, words: MapWords): LocatorMap {
  const ofWords = drawn.get(words) ?? new Map<string, LocatorMap>();
  drawn.set(words, ofWords);
  const written = JSON.stringify(spec);
  const map = ofWords.get(written) ?? drawAnew(spec, words);
  ofWords.set(written, map);
  return map;
}

const drawn = new WeakMap<MapWords, Map<string, LocatorMap>>();

function drawAnew(spec: MapSpec, words: MapWords): LocatorMap {
  const atlas = drawAtlas(spec);
  const features = featuresOf(spec, atlas, words);
  const sheet = sheetOf(atlas);
  const letterIn = (name: ViewName) =>
    letter(features, spec, atlas, { ...sheet, view: views[name] });
  const letterings = { wide: letterIn('wide'), narrow: letterIn('narrow') };
  return { ...drawShapes(atlas), letterings, faults: faultsOf(spec, atlas, letterings) };
}

export function drawShapes({ countries, borders, dots }: Atlas): MapShapes {
  return {
    countries: (['other', 'related', 'subject'] as const).map((role) => {
      const own = countries.filter((country) => country.role === role);
      return { role, path: pathOf(own.flatMap(({ lines }) => lines)) };
    }),
    borders: borders.flatMap(({ lines, ring }) => (ring === undefined ? pathOf(lines) : [])),
    rings: borders.flatMap(({ ring, isInView: isSeen }) => (ring && isSeen ? ring : [])),
    dots: dots.filter((dot) => isInView(dot, dotRadius)),
  };
}

function sheetOf({ ground, countries, borders, dots }: Atlas): Omit<Sheet, 'view'> {
  const rings = borders.flatMap(({ ring }) => ring ?? []);
  const lines = borders.flatMap((border) => (border.ring === undefined ? border.lines : []));
  const ofRole = (role: Role) => ground.shareOf((id) => countries[id]?.role === role);
  const shares = new Map<GroundId, ShareUnder>();
  return {
    ground,
    tones: {
      sea: ground.shareOf((id) => id === water),
      other: ofRole('other'),
      related: ofRole('related'),
      subject: ofRole('subject'),
    },
    shareOf(wanted) {
      const share = shares.get(wanted) ?? ground.shareOf((id) => id === wanted);
      shares.set(wanted, share);
      return share;
    },
    marks: [
      ...dots.map((dot) => markBox(dot, dotRadius + 2)),
      ...rings.map((ring) => markBox(ring, ringRadius + 3)),
    ],
    borders: lines.flatMap(({ points }) => alongLine(points)),
  };
}

/** Spots on a line, none far from the next. */
function alongLine(points: readonly Spot[]): Spot[] {
  return points.flatMap((from, index) => {
    const to = points[index + 1] ?? from;
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8) || 1;
    return Array.from({ length: count }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / count,
      y: from.y + ((to.y - from.y) * step) / count,
    }));
  });
}
