import { readFileSync } from 'node:fs';

/** The text of a file in this folder that says how an edition looks. */
export function readStyle(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
