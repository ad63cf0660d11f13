/** What an author asked a map for and it does not show. */
import type { Atlas } from './atlas.ts';
import { dotRadius, isInView, spotOf } from './atlas.ts';
import { contains } from './box.ts';
import type { Feature } from './features.ts';
import type { Lettering } from './lettering.ts';
import type { MapSpec } from './map-spec.ts';
import { drawing, shared, type ViewName, viewNames } from './views.ts';

export interface MapFault {
  readonly what: 'out of view' | 'in view' | 'no common border' | 'no room';
  /** Where it is asked for, in the fields of the map. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** The one view that has no room for it. */
  readonly view?: ViewName;
}

export function faultsOf(
  spec: MapSpec,
  { countries, borders, dots, ground, projection }: Atlas,
  letterings: Readonly<Record<ViewName, Lettering>>,
): MapFault[] {
  const seen = ground.within(shared);
  const isSeen = (name: string) => countries.some((each, id) => each.name === name && seen.has(id));
  const outOfView = (path: MapFault['path'], text: string) =>
    ({ what: 'out of view', path, text }) as const;
  return [
    ...(['subject', 'related'] as const).flatMap((role) =>
      spec[role].flatMap((name, index) => (isSeen(name) ? [] : outOfView([role, index], name))),
    ),
    ...spec.names.flatMap(({ name, at }, index) => {
      const isInside = contains({ x: 0, y: 0, ...drawing }, spotOf(projection, at));
      return isInside ? [] : outOfView(['names', index, 'name'], name);
    }),
    ...spec.places.flatMap(({ name }, index) => {
      const dot = dots[index];
      const isInside = dot !== undefined && isInView(dot, dotRadius);
      return isInside ? [] : outOfView(['places', index, 'name'], name);
    }),
    ...spec.borders.flatMap(({ name, between: [a, b] }, index): MapFault[] => {
      const border = borders[index];
      const path = ['borders', index, 'name'];
      if (border === undefined || border.isInView) return [];
      // Of a country that is out of view, its borders are, too.
      if (border.exists || ![a, b].every(isSeen)) return [outOfView(path, name)];
      return [{ what: 'no common border', path, text: name }];
    }),
    ...spec.beyond.flatMap(({ name, at }, index): MapFault[] => {
      const isInside = contains(shared, spotOf(projection, at));
      return isInside ? [{ what: 'in view', path: ['beyond', index, 'name'], text: name }] : [];
    }),
    ...withoutRoom(letterings),
  ];
}

/** Each once: in both views, or in the one that it is left out of. */
function withoutRoom(letterings: Readonly<Record<ViewName, Lettering>>): MapFault[] {
  const leftOut = new Map<string, { readonly feature: Feature; readonly views: ViewName[] }>();
  for (const view of viewNames) {
    for (const feature of letterings[view].leftOut) {
      const known = leftOut.get(feature.path.join());
      if (known === undefined) leftOut.set(feature.path.join(), { feature, views: [view] });
      else known.views.push(view);
    }
  }
  return [...leftOut.values()].map(({ feature: { path, name }, views: [view, other] }) => ({
    what: 'no room',
    path: [...path, 'name'],
    text: name,
    ...(other === undefined && { view }),
  }));
}
