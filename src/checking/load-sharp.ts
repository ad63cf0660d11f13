import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Reads pictures. Loaded when there is one: its library takes 70 ms and 20 MB. */
export function loadSharp(): typeof import('sharp')['default'] {
  return load('sharp');
}
