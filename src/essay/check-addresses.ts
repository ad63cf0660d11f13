/** Files of essays that would be published nowhere, or at an address that is taken. */
import type { Problem } from '../problems/problem.ts';
import { monthlyArchives, yearlyArchives } from './essay.ts';
import { essaysFolder, isEssayFile, slugOf } from './essay-file.ts';
import type { EssayFile } from './read-essay-file.ts';

/** Files below the folder of essays (paths from there) that look like an essay and are not published. */
export function checkFiles(paths: readonly string[]): Problem[] {
  return paths.flatMap((path): Problem[] => {
    const about = { file: `${essaysFolder}/${path}`, place: { line: 1, column: 1 }, length: 1 };
    if (!isEssayFile(path)) {
      if (!/\.(?:mdx?|markdown)$/.test(path)) return [];
      const message = 'No page would be made of this file.';
      return [{ rule: 'essay-file-is-in-place', ...about, message }];
    }
    const slug = slugOf(path);
    if (isAddressName(slug)) return [];
    const message = `The name “${slug}” would not make a good address.`;
    return [{ rule: 'essay-name-is-an-address', ...about, message }];
  });
}

/** Whether an essay of this name has an address that can be typed and told. */
export function isAddressName(slug: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(slug);
}

/**
 * Essays whose front matter is faulty have no address yet, and are passed over. `retired` are addresses at which a
 * page stands that has moved.
 */
export function checkAddresses(
  files: readonly Pick<EssayFile, 'name' | 'essay'>[],
  retired: readonly string[],
): Problem[] {
  const essays = files.flatMap(({ name, essay }) => (essay === undefined ? [] : [{ name, essay }]));
  const all = essays.map(({ essay }) => essay);
  const owners = new Map(
    [...yearlyArchives(all), ...monthlyArchives(all)].map(({ path }) => [path, 'an archive page']),
  );
  for (const path of retired) owners.set(path.toLowerCase(), 'a page that has moved');
  return essays.flatMap(({ name, essay: { path } }): Problem[] => {
    // Some file systems and hosts do not tell capitals apart.
    const address = path.toLowerCase();
    const owner = owners.get(address);
    owners.set(address, owner ?? name);
    if (owner === undefined) return [];
    const message = `This essay would be published at /${path}, where ${owner} is.`;
    return [
      {
        rule: 'essay-address-is-unique',
        file: name,
        place: { line: 1, column: 1 },
        length: 3,
        message,
      },
    ];
  });
}
