/** Retired permalinks still land: an old anchor beside the new, an old page as a copy of the new. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { allEditionsOf } from '../metadata/editions.ts';
import { permalinksFile, readPermalinks } from './permalinks.ts';

export function keepRetiredPermalinks(): AstroIntegration {
  let root = '';
  return {
    name: 'keep-retired-permalinks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const file = join(root, permalinksFile);
        const register = readPermalinks(existsSync(file) ? await readFile(file, 'utf8') : '{}');
        // Whoever publishes the pages reports a register that cannot be read.
        if ('reason' in register) return;
        const folder = fileURLToPath(dir);
        for (const [page, { retired }] of Object.entries(register.pages)) {
          if (Object.keys(retired).length > 0)
            await edit(folder, page, (html) => addAliases(html, retired));
        }
        for (const old of Object.keys(register.retired)) {
          await copyPage(folder, successorOf(old, register.retired), old);
        }
      },
    },
  };
}

/** Where a page is now that moved once or more. */
export function successorOf(page: string, retired: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let now = page;
  for (let next = retired[now]; next !== undefined && !seen.has(next); next = retired[now]) {
    seen.add(next);
    now = next;
  }
  return now;
}

/** Puts `<span id="old">` first into the element with the new id. */
export function addAliases(html: string, retired: Readonly<Record<string, string>>): string {
  return Object.entries(retired).reduce((page, [old, now]) => {
    const opening = page.indexOf(` id="${escapeAttribute(now)}"`);
    const end = page.indexOf('>', opening);
    if (opening < 0 || end < 0) return page;
    return `${page.slice(0, end + 1)}<span id="${escapeAttribute(old)}"></span>${page.slice(end + 1)}`;
  }, html);
}

/** The page as it is at `to`, deeper or less deep in the site; it says itself where it really is. */
export function movePage(html: string, from: string, to: string): string {
  const deeper = to.split('/').length - from.split('/').length;
  return html.replace(/ (href|src)="((?:\.\.\/)+)/g, (_whole, name: string, up: string) => {
    return ` ${name}="${'../'.repeat(up.length / 3 + deeper)}`;
  });
}

/** A page that is not there is missed by the check of permalinks. */
async function copyPage(folder: string, from: string, to: string): Promise<void> {
  if (!existsSync(join(folder, from, 'index.html'))) return;
  const html = await readFile(join(folder, from, 'index.html'), 'utf8');
  const file = join(folder, to, 'index.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, movePage(html, from, to));
  await copyEditions(folder, from, to);
}

/** The editions of an essay that moved: by their new names, which the page links to, and by their old ones. */
async function copyEditions(folder: string, from: string, to: string): Promise<void> {
  const old = allEditionsOf(namedByPath(to));
  for (const [index, { path }] of allEditionsOf(namedByPath(from)).entries()) {
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

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
