/** The countries of Natural Earth (public domain, scale 1:50 million) as `world-atlas` packs them. */
import { createRequire } from 'node:module';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

let world: World | undefined;

export function readWorld(): World {
  world ??= createRequire(import.meta.url)('world-atlas/countries-50m.json') as World;
  return world;
}

export function countryNames(): string[] {
  return readWorld().objects.countries.geometries.map(nameOf);
}

/** The name Natural Earth gives it, in English: `North Korea`. */
export function nameOf({ properties }: { properties?: { name?: unknown } | undefined }): string {
  return typeof properties?.name === 'string' ? properties.name : '';
}
