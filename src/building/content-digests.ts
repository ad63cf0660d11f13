/** Digests of all that is made from content: equal digests, equal bytes. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Content } from '../checking/check-content.ts';
import type { Bibliography } from '../citations/bibliography.ts';
import { findKeys } from '../citations/find-citations.ts';
import { listFiles } from '../delivery/list-files.ts';
import type { Permalinks } from '../delivery/permalinks.ts';
import { type Essay, neighborsOf } from '../metadata/essay.ts';
import { citationFiles, site } from '../site.ts';

/** What else than content and code the pages depend on. */
export interface BuildSettings {
  readonly editions: boolean;
  readonly uncompressed: boolean;
}

interface KeyedSite {
  readonly root: string;
  readonly content: Content;
  /** As `digestOfSite` gives it. */
  readonly common: string;
}

/** Digest, by slug, of all that the pages of an essay are made from; `essays` by the name of their file. */
export async function essayKeys(
  { root, content, common }: KeyedSite,
  essays: ReadonlyMap<string, Essay>,
  permalinks: Permalinks | undefined,
): Promise<Map<string, string>> {
  const { bibliography } = await content.library.load();
  const neighbors = neighborsOf([...essays.values()]);
  const pictures = digestsByFolder(root, content);
  return new Map(
    content.essays.map(({ slug, name, text }) => {
      const { previous, next } = neighbors.get(slug) ?? {};
      const path = essays.get(name)?.path ?? '';
      const parts = [
        common,
        text,
        citedItems(text, bibliography),
        [previous, next].map((each) => each && [each.path, each.title, each.lang]),
        permalinks?.pages[path]?.retired,
        text.includes('../') ? [...pictures] : [pictures.get(''), pictures.get(slug)],
      ];
      return [slug, digest(JSON.stringify(parts))] as const;
    }),
  );
}

function citedItems(text: string, { sources }: Bibliography) {
  return [...new Set(findKeys(text))].map((key) => sources.get(key)?.item);
}

/** The code, the packages, the citation style with its locales, and the settings: a change of any changes every page. */
export async function digestOfSite(
  root: string,
  { library }: Content,
  settings: BuildSettings,
): Promise<string> {
  const code = [
    ...(await listFiles(join(root, 'src'))),
    ...['astro.config.ts', 'package.json', 'package-lock.json'].map((name) => join(root, name)),
  ];
  const styles = dirname(citationFiles.style);
  const locales = (await listFiles(join(root, styles))).filter((file) =>
    /^locales-.*\.xml$/.test(basename(file)),
  );
  const files = [...code, ...locales].map((file) => [relative(root, file), digestOfFile(file)]);
  const style = library.textOf(citationFiles.style);
  return digest(JSON.stringify([files, style, settings, site.url, process.version]));
}

/** Digests of all files of essays that are not text, by the folder they lie in; those of no essay under ''. */
function digestsByFolder(root: string, { files }: Content): Map<string, string> {
  const others = files.filter((path) => !path.endsWith('.mdx'));
  const byFolder = Map.groupBy(others, (path) =>
    path.includes('/') ? (path.split('/')[0] ?? '') : '',
  );
  return new Map(
    [...byFolder].map(([folder, paths]) => {
      const digests = paths.map((path) => [path, digestOfFile(join(root, 'content/essays', path))]);
      return [folder, digest(JSON.stringify(digests))];
    }),
  );
}

/** Empty when there is no such file. */
function digestOfFile(file: string): string {
  try {
    return hash('sha256', readFileSync(file), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

export function digest(text: string): string {
  return hash('sha256', text, 'hex');
}
