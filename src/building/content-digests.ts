/** Digests of all that is made from content: equal digests, equal bytes. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Bibliography } from '../bibliography/read-bibliography.ts';
import type { Content } from '../checking/check-content.ts';
import { findKeys } from '../citations/find-citations.ts';
import { listFiles } from '../disk/list-files.ts';
import { type Essay, neighborsOf } from '../essay/essay.ts';
import { essaysFolder, inEssaysFolder, isEssayFolder } from '../essay/essay-file.ts';
import { type Permalinks, permalinksFile } from '../permalinks/permalinks.ts';
import { citationFiles, print, site } from '../site.ts';

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
  /** As `digestItems` gives it. */
  readonly items: ReadonlyMap<string, string>;
}

/** Where the essays are, and where they were. */
export interface Addresses {
  /** By the name of their file. */
  readonly essays: ReadonlyMap<string, Essay>;
  /** The register, if it can be read. */
  readonly permalinks: Permalinks | undefined;
}

/** Digest, by slug, of all that the pages of an essay are made from. */
export async function essayKeys(
  { root, content, common, items }: KeyedSite,
  { essays, permalinks }: Addresses,
): Promise<Map<string, string>> {
  const neighbors = neighborsOf([...essays.values()]);
  const pictures = await digestPictures(root, content);
  return new Map(
    content.essays.map(({ slug, name, text }) => {
      const { previous, next } = neighbors.get(slug) ?? {};
      const path = essays.get(name)?.path ?? '';
      const parts = [
        common,
        text,
        [...new Set(findKeys(text))].map((key) => items.get(key)),
        [previous, next].map((each) => each && [each.path, each.title, each.lang]),
        permalinks?.pages[path]?.retired,
        [
          pictures.loose,
          namesFolder.test(text) ? [...pictures.byEssay] : pictures.byEssay.get(slug),
        ],
      ];
      return [slug, digest(JSON.stringify(parts))] as const;
    }),
  );
}

/** Digests of all sources by key, as they were read: whoever formats them may change them. */
export function digestItems({ sources }: Bibliography): Map<string, string> {
  return new Map([...sources].map(([key, { item }]) => [key, digest(JSON.stringify(item))]));
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
  const styles = new Set([citationFiles.style, citationFiles.sources].map((file) => dirname(file)));
  const beside = await Promise.all([...styles].map((folder) => listFiles(join(root, folder))));
  const locales = beside.flat().filter((file) => /^locales-.*\.xml$/.test(basename(file)));
  // A font of a package is as old as the package.
  const fonts = print.fonts.map(({ file }) => join(root, file));
  const files = [...code, ...locales, ...fonts].map((file) => [
    relative(root, file),
    digestOfFile(file),
  ]);
  const style = library.textOf(citationFiles.style);
  return digest(JSON.stringify([files, style, settings, site.url, process.version]));
}

/** A path from the essay that leads through a folder, as a link, a picture or a field of front matter has it. */
const namesFolder = /(?:\]\(<?|\]:\s*<?|image:\s*['"]?|src=["'])(?!\w+:|[/#])[^\s)>"']*\//;

interface PictureDigests {
  /** Of whatever lies below `content` and beside no essay. */
  readonly loose: string;
  /** Of what lies beside an essay that is a folder, by its slug. */
  readonly byEssay: ReadonlyMap<string, string>;
}

async function digestPictures(root: string, { library, essays }: Content): Promise<PictureDigests> {
  const folders = essays
    .filter(({ name }) => isEssayFolder(inEssaysFolder(name)))
    .map(({ slug }) => slug);
  const byFolder = new Map(folders.map((slug): [string, [string, string][]] => [slug, []]));
  const loose: [string, string][] = [];
  const known = new Set([...library.files, join(root, permalinksFile)]);
  for (const file of await listFiles(join(root, 'content'))) {
    if (file.endsWith('.mdx') || known.has(file)) continue;
    const path = relative(join(root, essaysFolder), file).replaceAll('\\', '/');
    const beside = byFolder.get(path.split('/')[0] ?? '') ?? loose;
    beside.push([path, digestOfFile(file)]);
  }
  return {
    loose: digest(JSON.stringify(loose)),
    byEssay: new Map([...byFolder].map(([slug, files]) => [slug, digest(JSON.stringify(files))])),
  };
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
