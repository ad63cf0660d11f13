/** Files of essays that would be published nowhere, or at an address that is taken. */
import { parse, YAMLParseError } from 'yaml';
import type { Problem } from '../citations/problem.ts';
import { monthlyArchives, slugOf, toEssay, yearlyArchives } from './essay.ts';
import { frontMatter } from './front-matter.ts';

interface NamedEssay {
  /** Path of the file as the author knows it, below `content/essays/`. */
  readonly name: string;
  readonly yaml: string | undefined;
}

/** Files below the folder of essays (paths from there) that look like an essay and are not published. */
export function checkFiles(paths: readonly string[], folder: string): Problem[] {
  return paths.flatMap((path): Problem[] => {
    const isPublished = /^[^/]+\.mdx$|^[^/]+\/index\.mdx$/.test(path);
    const about = { file: `${folder}/${path}`, place: { line: 1, column: 1 }, length: 1 };
    if (!isPublished) {
      if (!/\.(?:mdx?|markdown)$/.test(path)) return [];
      const message = 'No page would be made of this file.';
      return [{ rule: 'essay-file-is-in-place', ...about, message }];
    }
    const slug = slugOf(path);
    if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(slug)) return [];
    const message = `The name “${slug}” would not make a good address.`;
    return [{ rule: 'essay-name-is-an-address', ...about, message }];
  });
}

/** Essays whose front matter is faulty have no address yet, and are passed over. */
export function checkAddresses(files: readonly NamedEssay[]): Problem[] {
  const essays = files.flatMap(({ name, yaml }) => {
    const data = readValid(yaml);
    const id = slugOf(name.replace(/^content\/essays\//, ''));
    return data === undefined ? [] : [{ name, essay: toEssay({ id, data }) }];
  });
  const all = essays.map(({ essay }) => essay);
  const owners = new Map(
    [...yearlyArchives(all), ...monthlyArchives(all)].map(({ path }) => [path, 'an archive page']),
  );
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

function readValid(yaml: string | undefined) {
  try {
    return frontMatter.safeParse(parse(yaml ?? '', { customTags: ['timestamp'] })).data;
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}
