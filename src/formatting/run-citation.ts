import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'hast';
import rehypeCitation from 'rehype-citation';
import { unified } from 'unified';
import type { CslItem } from '../bibliography/source.ts';
import type { CslLocale } from './citation-style.ts';

/** A style as XML with its locale, or the name of one that rehype-citation brings, in its own language. */
export type RunStyle =
  | { readonly xml: string; readonly locale: CslLocale }
  | { readonly csl: string };

export interface RunOptions {
  /** Items to print as entries of a bibliography: `@id`. */
  readonly noCite?: string[];
  readonly suppressBibliography?: boolean;
}

/** Runs rehype-citation over `tree`. It reads its bibliography, its style and its locale from files only. */
export async function runCitation(
  tree: Root,
  items: readonly CslItem[],
  style: RunStyle,
  options: RunOptions,
): Promise<void> {
  if (items.length === 0) return;
  const folder = await mkdtemp(join(tmpdir(), 'citations-'));
  try {
    await writeFile(join(folder, 'sources.json'), JSON.stringify(items, forFormatter));
    const named = 'csl' in style ? { csl: style.csl } : await writeStyle(folder, style);
    await unified()
      .use(rehypeCitation, { bibliography: 'sources.json', path: folder, ...named, ...options })
      .run(tree);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeStyle(folder: string, { xml, locale }: { xml: string; locale: CslLocale }) {
  await writeFile(join(folder, 'style.csl'), xml);
  if (locale.xml !== undefined) await writeFile(join(folder, 'locale.xml'), locale.xml);
  return { csl: 'style.csl', lang: locale.xml === undefined ? locale.lang : 'locale.xml' };
}

/**
 * What the formatter fails on: half characters and control characters, which HTML cannot hold anyway, and
 * ranges of dates that end less exactly than they begin.
 */
function forFormatter(name: string, value: unknown): unknown {
  if (typeof value === 'string') {
    return value.toWellFormed().replace(/\p{Cc}/gu, (control) => (/\s/.test(control) ? ' ' : ''));
  }
  if (name !== 'date-parts' || !Array.isArray(value)) return value;
  const exactness = Math.min(
    ...value.map((part: unknown) => (Array.isArray(part) ? part.length : 0)),
  );
  return value.map((part: unknown) => (Array.isArray(part) ? part.slice(0, exactness) : part));
}
