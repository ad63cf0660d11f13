/** The pages of a built site, each read once for everything that is done to them and looked for in them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import { placesIn } from '../problems/place.ts';
import type { RuleId } from '../problems/rules.ts';
import { checkLinks, type LinkedPage, linksOf } from './check-links.ts';
import { findRawCitations, type PageProblem } from './check-pages.ts';
import { findForbidden } from './check-policy.ts';
import { findLeftovers, findLeftoversInFile, isBareLeftover } from './find-leftovers.ts';
import { hoistStyles } from './hoist-styles.ts';
import { addPolicy, type Policy, policyFor } from './policy.ts';
import { makeLinksPortable } from './portable-links.ts';
import { attributeOf, readTags } from './read-tags.ts';
import { isTextFile } from './text-files.ts';

export interface BuiltPage extends LinkedPage {
  /** Address from the top of the site: `2019/09/essay/`. */
  readonly path: string;
  readonly policy: Policy;
  /** Paths of the pictures that it shows, of those that Astro names by their content. */
  readonly pictures: readonly string[];
}

export interface BuiltSite {
  readonly pages: readonly BuiltPage[];
  /** What is wrong with each file by itself, under its path from the top of the site. */
  readonly problems: readonly PageProblem[];
  /** What is wrong between the files: links that lead nowhere. */
  readonly deadLinks: readonly PageProblem[];
}

/** Files that were finished before: they are looked at, and not written to. */
export interface FinishedFiles extends Omit<BuiltSite, 'deadLinks'> {
  /** Paths from the top of the site. */
  readonly names: ReadonlySet<string>;
}

/**
 * Makes every page below `folder` (absolute) fit to be served anywhere, and looks at all that was built. What is
 * `finished` has been through this.
 */
export async function finishSite(folder: string, finished: FinishedFiles): Promise<BuiltSite> {
  const names = (await listFiles(folder)).map((file) => nameOf(folder, file));
  const files = new Set(names);
  const pages = [...finished.pages];
  const problems = [...finished.problems];
  for (const name of names) {
    if (!isTextFile(name) || finished.names.has(name)) continue;
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    if (!name.endsWith('.html')) {
      problems.push(...inspectFile(text, name));
      continue;
    }
    const html = finishPage(text, name, files);
    writeFileSync(file, html);
    const inspected = inspectPage(html, name, files);
    pages.push(inspected.page);
    problems.push(...inspected.problems);
  }
  const left = await removeUnshown(folder, names, pages);
  // In one order, whichever of them were finished before.
  pages.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { pages, problems, deadLinks: checkLinks(pages, left) };
}

/**
 * Astro writes every picture that a page might have shown, and takes away those it has made others from. What is of
 * a page that was made before, it knows nothing of. Gives the names that are left.
 */
async function removeUnshown(
  folder: string,
  names: readonly string[],
  pages: readonly BuiltPage[],
): Promise<Set<string>> {
  const shown = new Set(pages.flatMap(({ pictures }) => pictures));
  const unshown = names.filter((name) => digestPart.test(name) && !shown.has(name));
  await Promise.all(unshown.map((name) => rm(join(folder, name))));
  return new Set(names).difference(new Set(unshown));
}

/** The end of a name that Astro made of a file's content, which no page has to encode: `.BOp-ttkn_Z27PTwg.webp`. */
const digestPart = /^_astro\/.*(\.[\w-]+\.\w+)$/;

/** The pictures among `files` whose names stand anywhere in a page. */
function picturesIn(html: string, files: ReadonlySet<string>): string[] {
  if (!html.includes('_astro/')) return [];
  const ends = new Set([...html.matchAll(/(?=(\.[\w-]+\.\w+))/g)].map(([, end = '']) => end));
  return [...files].filter((name) => ends.has(digestPart.exec(name)?.[1] ?? ''));
}

export function finishPage(html: string, name: string, files: ReadonlySet<string>): string {
  return addPolicy(hoistStyles(makeLinksPortable(html, name, files)));
}

export function inspectPage(html: string, name: string, files: ReadonlySet<string>) {
  const tags = readTags(html);
  const placeOf = placesIn(html);
  const ids = tags.flatMap((tag) => attributeOf(tag, 'id') ?? []);
  const links = linksOf(tags, name, ids, files);
  const problem = (rule: RuleId, { index, words }: Found, message: string): PageProblem => {
    return { rule, file: name, place: placeOf(index), length: words.length, message, words };
  };
  const page: BuiltPage = {
    name,
    path: name.replace(/(?:^|(?<=\/))index\.html$/, ''),
    ids,
    policy: policyFor(html),
    pictures: picturesIn(html, files),
    links: links.map((link) => ({ ...link, place: placeOf(link.index) })),
  };
  const problems = [
    ...findRawCitations(html, name),
    ...findDoubles(ids).map((id) => {
      const words = `id="${id}"`;
      const index = html.lastIndexOf(words);
      return problem('page-ids-are-unique', { index, words }, `Two elements have the id “${id}”.`);
    }),
    ...findForbidden(html, tags).map((found) =>
      problem('page-keeps-its-policy', found, found.message),
    ),
    ...findLeftovers(html, tags).map((found) =>
      problem('page-shows-no-leftover', found, describeLeftover(found)),
    ),
  ];
  return { page, problems };
}

/** Whether a file repeats the words of an essay's page, which has been looked at: its Markdown, JATS, the feed. */
function repeatsAPage(name: string): boolean {
  return name.endsWith('.md') || (name.endsWith('.xml') && name !== 'sitemap.xml');
}

function inspectFile(text: string, name: string): PageProblem[] {
  if (repeatsAPage(name)) return [];
  const placeOf = placesIn(text);
  return findLeftoversInFile(text).map(({ index, words }) => ({
    rule: 'page-shows-no-leftover',
    file: name,
    place: placeOf(index),
    length: words.length,
    words,
    message: describeLeftover({ words }),
  }));
}

interface Found {
  readonly index: number;
  readonly words: string;
}

function describeLeftover({ words }: Pick<Found, 'words'>): string {
  const what = isBareLeftover(words)
    ? 'which stands for a missing value'
    : 'which leads no reader anywhere';
  return `It has “${words}”, ${what}.`;
}

function findDoubles(ids: readonly string[]): string[] {
  if (new Set(ids).size === ids.length) return [];
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function nameOf(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}
