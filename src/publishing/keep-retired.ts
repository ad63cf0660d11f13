/** Retired permalinks still land: an old anchor beside the new, an old page as a copy of the new. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isParagraphAnchor } from '../citations/anchors.ts';
import { listFiles } from '../disk/list-files.ts';
import { editionsOf } from '../metadata/editions.ts';
import { successorOf } from '../permalinks/successor.ts';
import type { Session } from '../session.ts';
import { pathFrom } from './manifest.ts';
import { movePage } from './portable-links.ts';
import { escapeAttribute } from './read-tags.ts';

export function keepRetiredPermalinks(session: Session): AstroIntegration {
  return {
    name: 'keep-retired-permalinks',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        // Of a register that cannot be read, whoever publishes the pages tells.
        const { permalinks } = (await session.project()).register;
        const folder = fileURLToPath(dir);
        for (const [page, { retired }] of Object.entries(permalinks.pages)) {
          if (Object.keys(retired).length > 0)
            await edit(folder, page, (html) => addAliases(html, retired));
        }
        const old = Object.keys(permalinks.retired);
        if (old.length === 0) return;
        const files = new Set((await listFiles(folder)).map((each) => pathFrom(folder, each)));
        for (const page of old) {
          await copyPage(folder, successorOf(page, permalinks.retired), page, files);
        }
      },
    },
  };
}

/**
 * Puts `<span id="old">` first into the element with the id that it leads to at last. A paragraph that there is again
 * is its own: its number means whatever paragraph has it.
 */
export function addAliases(html: string, retired: Readonly<Record<string, string>>): string {
  return Object.keys(retired).reduce((page, old) => {
    if (isParagraphAnchor(old) && page.includes(` id="${old}"`)) return page;
    const opening = page.indexOf(` id="${escapeAttribute(successorOf(old, retired))}"`);
    const end = page.indexOf('>', opening);
    if (opening < 0 || end < 0) return page;
    return `${page.slice(0, end + 1)}<span id="${escapeAttribute(old)}"></span>${page.slice(end + 1)}`;
  }, html);
}

/** A page that is not there is missed by the check of permalinks. */
async function copyPage(
  folder: string,
  from: string,
  to: string,
  files: ReadonlySet<string>,
): Promise<void> {
  const page = `${from}index.html`;
  if (!files.has(page)) return;
  const html = await readFile(join(folder, page), 'utf8');
  const copy = `${to}index.html`;
  await mkdir(dirname(join(folder, copy)), { recursive: true });
  await writeFile(join(folder, copy), movePage(html, page, copy, files));
  await copyEditions(folder, from, to);
}

/** The editions of an essay that moved: by their new names, which the page links to, and by their old ones. */
async function copyEditions(folder: string, from: string, to: string): Promise<void> {
  const old = editionsOf(namedByPath(to));
  for (const [index, { path }] of editionsOf(namedByPath(from)).entries()) {
    if (!existsSync(join(folder, path))) continue;
    for (const target of [to + path.slice(from.length), old[index]?.path ?? path]) {
      await copyFile(join(folder, path), join(folder, target));
    }
  }
}

function namedByPath(path: string) {
  return { path, slug: path.split('/').at(-2) ?? '' };
}

async function edit(folder: string, page: string, change: (html: string) => string): Promise<void> {
  const file = join(folder, page, 'index.html');
  if (existsSync(file)) await writeFile(file, change(await readFile(file, 'utf8')));
}
