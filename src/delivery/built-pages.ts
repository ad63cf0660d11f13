/** The pages of a built site, each read once for everything that looks at them. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Problem } from '../citations/problem.ts';
import { findRawCitations } from './check-pages.ts';
import { listFiles } from './list-files.ts';

export interface BuiltPage {
  /** Path of the file from the top of the site: `2019/09/essay/index.html`. */
  readonly name: string;
  /** Address from the top of the site: `2019/09/essay/`. */
  readonly path: string;
  /** Every id, in order. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
  /** Kept only where there is a problem to show: a thousand pages are a lot of text. */
  readonly html: string | undefined;
}

/** Looks at every HTML file below `folder` (absolute), in the order of their names. */
export async function inspectPages(folder: string): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = [];
  for (const file of await listFiles(folder)) {
    if (!file.endsWith('.html')) continue;
    const name = relative(folder, file).replaceAll('\\', '/');
    const html = await readFile(file, 'utf8');
    const problems = findRawCitations(html, name);
    pages.push({
      name,
      path: name.replace(/index\.html$/, ''),
      ids: idsOf(html),
      problems,
      html: problems.length > 0 ? html : undefined,
    });
  }
  return pages;
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/<[a-z][^<>]*?\sid="([^"]*)"/g)].map(([, id = '']) =>
    id.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
  );
}
