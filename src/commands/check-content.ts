/** Everything wrong with the content of the site, in two parts: what is quick to tell, and the rest. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { checkUncited } from '../citations/bibliography.ts';
import { findCitations, findKeys } from '../citations/find-citations.ts';
import type { Problem } from '../citations/problem.ts';
import { listFiles } from '../delivery/list-files.ts';
import { checkBody } from '../markdown/check-body.ts';
import { checkPrinted } from '../markdown/check-printed.ts';
import type { CitationLibrary } from '../markdown/citation-library.ts';
import { checkAddresses, checkFiles } from '../metadata/check-addresses.ts';
import { checkFrontMatter } from '../metadata/check-front-matter.ts';
import { checkSiteAddress } from '../metadata/check-site-address.ts';
import { checkSiteSettings } from '../metadata/check-site-settings.ts';
import { slugOf } from '../metadata/essay.ts';
import { type SplitEssay, splitFrontMatter } from '../metadata/split-front-matter.ts';
import { site } from '../site.ts';

interface EssayFile extends SplitEssay {
  /** Absolute. */
  readonly path: string;
  /** As the author knows it. */
  readonly name: string;
  /** Last part of the essay's address. */
  readonly slug: string;
  readonly text: string;
}

export interface Content {
  readonly library: CitationLibrary;
  readonly essays: readonly EssayFile[];
  /** Every file below the folder of essays, as a path from there. */
  readonly files: readonly string[];
}

/** From the top of the project. */
export const essaysFolder = 'content/essays';

export async function readContent(root: string, library: CitationLibrary): Promise<Content> {
  const home = join(root, essaysFolder);
  const files = existsSync(home) ? await listFiles(home) : [];
  const essays = await Promise.all(
    files
      .filter((path) => path.endsWith('.mdx'))
      .map(async (path) => {
        const text = await readFile(path, 'utf8');
        const slug = slugOf(relative(home, path).replaceAll('\\', '/'));
        return { path, name: library.nameOf(path), slug, text, ...splitFrontMatter(text) };
      }),
  );
  return {
    library,
    essays,
    files: files.map((path) => relative(home, path).replaceAll('\\', '/')),
  };
}

/** Bibliography, citation style and front matter; which sources nobody cites. */
export async function checkAllButBodies({ library, essays, files }: Content): Promise<Problem[]> {
  const { bibliography, problems } = await library.load();
  const cited = new Set(essays.flatMap(({ text }) => findKeys(text)));
  return [
    ...problems,
    ...checkSiteAddress(site.url),
    ...checkSiteSettings(site),
    ...checkUncited(bibliography, cited),
    ...essays.flatMap(({ path, name, yaml }) => {
      const exists = (image: string) => existsSync(join(dirname(path), image));
      return checkFrontMatter(yaml, name, { bibliography, exists });
    }),
    ...checkFiles(files, essaysFolder),
    ...checkAddresses(essays),
  ];
}

/** The text of every essay and the notes it gets. A build does this anyway, while it makes the pages. */
export async function checkBodies({ library, essays }: Content): Promise<Problem[]> {
  const { bibliography, formatter } = await library.load();
  const citations = essays.flatMap(({ body }) => findCitations(body));
  const formatted = (await formatter?.format(citations)) ?? [];
  const found = await Promise.all(essays.map(({ path, body }) => checkBody(path, body, library)));
  return [...found.flat(), ...(formatter ? checkPrinted(citations, formatted, bibliography) : [])];
}

/** The text of a file that a problem may name. */
export function textOf({ library, essays }: Content, name: string): string | undefined {
  return essays.find((essay) => essay.name === name)?.text ?? library.textOf(name);
}
