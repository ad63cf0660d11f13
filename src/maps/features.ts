/** What is to be lettered on a map, as its author asks for it. */
import { geoDistance } from 'd3-geo';
import { earthRadius } from './arrows.ts';
import { type Atlas, dotRadius, isInView, ringRadius, spotOf } from './atlas.ts';
import { contains, type Spot } from './box.ts';
import { type GroundId, water } from './ground.ts';
import type { LabelKind } from './label.ts';
import type { MapSpec, Point } from './map-spec.ts';
import { countryName } from './read-countries.ts';
import { drawing } from './views.ts';

export interface Feature {
  /** As its author calls it. */
  readonly name: string;
  readonly text: string;
  readonly kind: LabelKind;
  /** Where its author speaks of it, in the fields of the map: `['names', 2]`. */
  readonly path: readonly (string | number)[];
  readonly position: Position;
}

/** Round a point; beside a dot or a ring; beside an arrow. */
export type Position =
  | { readonly is: 'point'; readonly at: Spot; readonly home: GroundId }
  | { readonly is: 'mark'; readonly at: Spot; readonly radius: number; readonly wish?: Wish }
  | { readonly is: 'arrow'; readonly to: Point };

export interface Wish {
  readonly side: 'left' | 'right';
  /** Where words begin or end, when that is not beside the mark. */
  readonly at?: Spot | undefined;
}

/** How the language of an essay says things. */
export interface MapWords {
  /** BCP 47. */
  readonly lang: string;
  distance(kilometres: number): string;
}

/** All that is in view; of what is not, `faults.ts` tells. */
export function featuresOf(spec: MapSpec, atlas: Atlas, words: MapWords): Feature[] {
  return [
    ...placesOf(spec, atlas),
    ...bordersOf(spec, atlas),
    ...beyondOf(spec, words),
    ...namesOf(spec, atlas, words),
  ];
}

function placesOf({ places }: MapSpec, { dots, projection }: Atlas): Feature[] {
  return places.flatMap(({ name, side, label }, index): Feature[] => {
    const at = dots[index];
    if (at === undefined || !isInView(at, dotRadius)) return [];
    const wish = { side, at: label && spotOf(projection, label) };
    const position = { is: 'mark', at, radius: dotRadius, wish } as const;
    return [{ name, text: name, kind: 'place', path: ['places', index], position }];
  });
}

/** The name of a border is that of the river which it follows, if its author does not say otherwise. */
function bordersOf({ borders }: MapSpec, { projection, ground, ...atlas }: Atlas): Feature[] {
  return borders.flatMap(({ name, at: point, water: isWater = true }, index): Feature[] => {
    const border = atlas.borders[index];
    if (border?.isInView !== true) return [];
    const at = spotOf(projection, point);
    const position: Position =
      border.ring === undefined
        ? { is: 'point', at, home: ground.at(at) }
        : { is: 'mark', at: border.ring, radius: ringRadius };
    const kind = isWater ? 'water' : 'beyond';
    return [{ name, text: name, kind, path: ['borders', index], position }];
  });
}

function beyondOf({ beyond, center }: MapSpec, { distance }: MapWords): Feature[] {
  return beyond.map(({ name, at }, index): Feature => {
    const kilometres = roughly(geoDistance([...center], [...at]) * earthRadius);
    const text = `${name}, ${distance(kilometres)}`;
    return {
      name,
      text,
      kind: 'beyond',
      path: ['beyond', index],
      position: { is: 'arrow', to: at },
    };
  });
}

/** Two digits; of what is near, all. */
function roughly(kilometres: number): number {
  const unit = kilometres >= 1000 ? 100 : kilometres >= 100 ? 10 : 1;
  return Math.round(kilometres / unit) * unit;
}

/** What stands in the water and is no country is a name of the water, if its author does not say otherwise. */
function namesOf({ names }: MapSpec, { projection, ground, countries }: Atlas, { lang }: MapWords) {
  const called = countries.map(({ name }) => [name, countryName(name, lang)].map(folded));
  return names.flatMap(({ name, at: point, water: isWater }, index): Feature[] => {
    const at = spotOf(projection, point);
    if (!contains({ x: 0, y: 0, ...drawing }, at)) return [];
    const country = called.findIndex((each) => each.includes(folded(name)));
    const home = country >= 0 ? country : ground.at(at);
    const isSubject = countries[country]?.role === 'subject';
    const kind = (isWater ?? home === water) ? 'water' : isSubject ? 'subject' : 'country';
    const position = { is: 'point', at, home: kind === 'water' ? water : home } as const;
    return [{ name, text: name, kind, path: ['names', index], position }];
  });
}

function folded(name: string): string {
  return name.toLowerCase();
}
