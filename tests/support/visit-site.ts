/** What a crawler and a browser meet on a served site. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LinkChecker } from 'linkinator';
import type { Browser } from 'playwright';
import { listFiles } from '../../src/disk/list-files.ts';

export interface Visit {
  readonly pages: number;
  readonly anchors: number;
  /** In sentences; none when all is well. */
  readonly faults: readonly string[];
}

/** Paths of all pages in `dist`, from its top. */
export async function pagesIn(dist: string): Promise<string[]> {
  const files = await listFiles(dist);
  return files.filter((file) => file.endsWith('.html')).map((file) => relative(dist, file));
}

export interface Crawl {
  /** Paths of the pages reached, from the top of the site. */
  readonly pages: readonly string[];
  readonly faults: readonly string[];
}

/** Follows every link from `address` on, with linkinator, and looks for every anchor that is linked to. */
export async function crawl(address: string): Promise<Crawl> {
  const { links } = await new LinkChecker().check({
    path: address,
    recurse: true,
    checkFragments: true,
    checkCss: true,
    linksToSkip: async (link) => !link.startsWith(new URL(address).origin),
  });
  const followed = links.filter(({ state }) => state !== 'SKIPPED');
  const files = followed.map(({ url }) => {
    const path = decodeURI(url.replace(/#.*/, '').slice(address.length));
    return path.replace(/(?:^|(?<=\/))$/, 'index.html');
  });
  return {
    pages: [...new Set(files)].filter((file) => file.endsWith('.html')).sort(),
    faults: followed.flatMap(({ url, state, status, parent }) => {
      if (state !== 'OK') return [`${url} answered ${status}, linked from ${parent}`];
      return url.startsWith(address)
        ? []
        : [`${url} is outside of the site, linked from ${parent}`];
    }),
  };
}

/** Pages to which no other links. */
export const unlinked = ['2020/index.html', '404.html'];

/**
 * Opens `pages` (paths from the top of the site) at `address` (its folder, `http:` or `file:`), each by its file and,
 * over HTTP, by its folder, then goes to every anchor of it.
 */
export async function visit(
  browser: Browser,
  address: string,
  pages: readonly string[],
): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${page.url()} says: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${page.url()} fails: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && request.url() !== 'data:,')
      faults.push(`${page.url()} asks for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The next page interrupts what this one still loads, such as its icon.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()} fails to load: ${reason}`);
  });
  page.on('response', (response) => {
    if (address.startsWith('http') && !response.ok() && response.status() !== 304)
      faults.push(`${response.url()} answers ${response.status()}`);
  });
  let anchors = 0;
  for (const name of pages) {
    const url = new URL(name, address).href;
    if (address.startsWith('http') && name.endsWith('index.html')) {
      await page.goto(url.replace(/index\.html$/, ''), { waitUntil: 'load' });
    }
    await page.goto(url, { waitUntil: 'load' });
    const missed = await page.evaluate(visitAnchors);
    anchors += missed.count;
    faults.push(...missed.faults.map((fault) => `${url}: ${fault}`));
    faults.push(...(await page.evaluate(unstyled)).map((fault) => `${url}: ${fault}`));
  }
  const { cookies, origins } = await context.storageState();
  if (cookies.length + origins.length > 0) faults.push('Something is stored.');
  await context.close();
  return { pages: pages.length, anchors, faults };
}

/** Files whose type, as the server names it, is not what their name says. */
export async function checkTypes(address: string, dist: string): Promise<string[]> {
  const faults: string[] = [];
  for (const file of await listFiles(dist)) {
    const name = relative(dist, file);
    const expected = types[/\.\w+$/.exec(name)?.[0] ?? ''];
    if (expected === undefined) continue;
    const response = await fetch(new URL(name, address));
    const type = response.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!expected.test(type)) faults.push(`${name} is sent as ${type}`);
    if (!bytes.equals(await readFile(join(dist, name)))) faults.push(`${name} has other bytes`);
  }
  return faults;
}

const types: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html(?:; ?charset=utf-8)?$/i,
  '.svg': /^image\/svg\+xml(?:; ?charset=utf-8)?$/i,
  '.webp': /^image\/webp$/,
  '.json': /^application\/json(?:; ?charset=utf-8)?$/i,
};

/** Runs in the page. */
function visitAnchors() {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const faults = ids.filter((id) => {
    location.hash = `#${id}`;
    return document.querySelector(':target')?.id !== id;
  });
  return { count: ids.length, faults: faults.map((id) => `#${id} leads nowhere`) };
}

/** Runs in the page. */
async function unstyled() {
  const faults: string[] = [];
  if (getComputedStyle(document.body).fontVariantNumeric === 'normal') faults.push('has no styles');
  for (const image of document.images) {
    image.loading = 'eager';
    await image.decode().catch(() => faults.push(`${image.src} is not shown`));
  }
  return faults;
}
