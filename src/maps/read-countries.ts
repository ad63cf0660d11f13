/** The countries of Natural Earth (public domain) as `world-atlas` packs them. */
import { createRequire } from 'node:module';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Scale 1:50 million, for maps of countries; 1:10 million, for those of less. */
export type Detail = '50m' | '10m';

const worlds = new Map<Detail, World>();

export function readWorld(detail: Detail): World {
  const world =
    worlds.get(detail) ??
    (createRequire(import.meta.url)(`world-atlas/countries-${detail}.json`) as World);
  worlds.set(detail, world);
  return world;
}

export function countryNames(): string[] {
  return readWorld('50m').objects.countries.geometries.map(nameOf);
}

/** The name Natural Earth gives it, in English: `North Korea`. */
export function nameOf({ properties }: { properties?: { name?: unknown } | undefined }): string {
  return typeof properties?.name === 'string' ? properties.name : '';
}

/** A country as `lang` (BCP 47) calls it. A territory without a code of its own (ISO 3166-1) keeps its English name. */
export function countryName(name: string, lang: string): string {
  const { geometries } = readWorld('50m').objects.countries;
  const id = geometries.find((country) => nameOf(country) === name)?.id;
  // What has a number there is known to Unicode by its letters.
  const region = id === undefined ? undefined : new Intl.Locale(`und-${id}`).region;
  return (region && new Intl.DisplayNames(lang, { type: 'region' }).of(region)) ?? name;
}
