/** What the map of an essay cannot show, each where its author asked for it. */
import type { MapFault } from '../maps/faults.ts';
import type { MapWords } from '../maps/features.ts';
import { drawLocatorMap } from '../maps/locator-map.ts';
import type { MapSpec } from '../maps/map-spec.ts';
import { countryNames } from '../maps/read-countries.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Problem } from '../problems/problem.ts';

/** A problem without its place, which `path` leads to in the fields of the map. */
export interface MapProblem extends Pick<Problem, 'rule' | 'message' | 'nearest' | 'advice'> {
  readonly path: readonly PropertyKey[];
  readonly length: number;
}

/** In the words of the page that shows it. */
export function checkMap(map: MapSpec, words: MapWords): readonly MapProblem[] {
  const unknown = checkCountries(map);
  // Of a country that is misspelt, it would be said again that it is out of view.
  if (unknown.length > 0) return unknown;
  return drawLocatorMap(map, words).faults.map((fault) => ({
    ...describe(fault),
    path: fault.path,
    length: fault.text.length,
  }));
}

function checkCountries({ subject, related, borders }: MapSpec): MapProblem[] {
  const known = countryNames();
  const named = [
    ...subject.map((name, index) => ({ name, path: ['subject', index] })),
    ...related.map((name, index) => ({ name, path: ['related', index] })),
    ...borders.flatMap(({ between }, border) =>
      between.map((name, index) => ({ name, path: ['borders', border, 'between', index] })),
    ),
  ];
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) => ({
      rule: 'front-matter-is-valid',
      message: `The map has no country called “${name}”.`,
      nearest: nearestMatch(name, known),
      path,
      length: name.length,
    }));
}

function describe({
  what,
  text,
  view,
  path: [field],
}: MapFault): Pick<MapProblem, 'rule' | 'message' | 'advice'> {
  const rule = 'map-shows-what-it-names';
  switch (what) {
    case 'out of view':
      return field === 'subject' || field === 'related'
        ? { rule, message: `“${text}” is out of view, or too small to be seen on this map.` }
        : { rule, message: `“${text}” is out of view.` };
    case 'in view':
      return {
        rule,
        message: `“${text}” is in view, so no arrow points to it.`,
        advice: 'Name it among `places`.',
      };
    case 'no common border':
      return {
        rule,
        message: `The two countries of “${text}” have no common border.`,
        advice: 'Correct `between`, or leave the border out.',
      };
    case 'no room': {
      const where = { wide: ' where it is twice as wide as high', narrow: ' on a phone' };
      const on = view === undefined ? '' : where[view];
      return {
        rule: 'map-has-room-for-names',
        message: `The map has no room for “${text}”${on}, and leaves it out.`,
      };
    }
  }
}
