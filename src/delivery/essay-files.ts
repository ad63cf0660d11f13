/** Which files of a built site belong to which essay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pictures that a page shows, among the files that Astro names by their content. */
export function picturesOf(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  return [...new Set(html.match(/_astro\/[^"'\s,)]+/g) ?? [])];
}

/** Of all `names`, those that lie beside an essay's page, by the address of the essay. */
export function filesBeside(
  names: Iterable<string>,
  addresses: Iterable<string>,
): Map<string, string[]> {
  const files = new Map([...addresses].map((address): [string, string[]] => [address, []]));
  for (const name of names) {
    const folders = name.split('/').slice(0, -1);
    // `2019/09/slug/`, or `2019/slug/` where no month is known.
    const owners = [3, 2].map((depth) => `${folders.slice(0, depth).join('/')}/`);
    files.get(owners.find((address) => files.has(address)) ?? '')?.push(name);
  }
  return files;
}
