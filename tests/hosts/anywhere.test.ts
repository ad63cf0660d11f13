import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { readHeaders } from '../support/read-headers.ts';
import { request } from '../support/request.ts';
import { crawl, pagesIn, unlinked, visit } from '../support/visit-site.ts';

let dist: string;
let browser: Browser;

beforeAll(async () => {
  ({ dist } = await readGoodSite('linked-essays'));
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
});

afterAll(async () => {
  await browser.close();
});

/** A folder with the site at `place` of it. */
async function placed(place: string) {
  const root = await mkdtemp(join(tmpdir(), 'essay host '));
  await cp(dist, join(root, place), { recursive: true });
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

/** Serves with headers of the host's own. */
async function serve(
  root: string,
  headersOf: (path: string) => Record<string, string> = () => ({}),
) {
  const files = sirv(root, { dev: true, dotfiles: true });
  const server = createServer((request, response) => {
    response.setHeaders(new Map(Object.entries(headersOf(request.url ?? ''))));
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe.each(['', 'some/where/'])('the same files on a plain server at /%s', (place) => {
  it('have no broken link for a crawler, and none out of their folder', async () => {
    await using folder = await placed(place);
    await using server = await serve(folder.root);

    const found = await crawl(server.address + place);

    expect(found.faults).toEqual([]);
    expect([...found.pages, ...unlinked].sort()).toEqual(await pagesIn(dist));
  });
});

// At the top of a server, below, under a policy of the server as well.
it('the same files in a folder of a plain server are whole in a browser: every page and anchor, and nothing in its console', async () => {
  await using folder = await placed('some/where/');
  await using server = await serve(folder.root);

  const found = await visit(browser, `${server.address}some/where/`, await pagesIn(dist));

  expect(found.faults).toEqual([]);
  expect(found.anchors).toBeGreaterThan(50);
});

describe('a host that reads `_headers`, as Netlify and Cloudflare Pages do,', () => {
  it('sends a policy for all pages, under which nothing is missing', async () => {
    const rules = readHeaders(await readFile(join(dist, '_headers'), 'utf8'));
    await using server = await serve(dist, rules);

    const found = await visit(browser, server.address, await pagesIn(dist));
    const page = await request(server.address);
    const { pathname } = new URL('_astro/any.webp', server.address);

    expect(found.faults).toEqual([]);
    expect(found.anchors).toBeGreaterThan(50);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none';style-src 'sha256-[^;]+;img-src 'self' data:;.*;frame-ancestors 'none'$/,
    );
    expect(page.headers['cache-control']).not.toMatch(/immutable/);
    expect(rules(pathname)).toMatchObject({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
  });
});

describe('a host whose own policy forbids the styles', () => {
  it('shows all words and links of a page, unstyled', async () => {
    await using server = await serve(dist, () => ({
      'Content-Security-Policy': "default-src 'none'",
    }));
    await using plain = await serve(dist);
    const path = '2019/09/north-korea-and-russian-relations/index.html';
    const page = await browser.newPage();
    const words = async (address: string) => {
      await page.goto(address + path);
      // The running title appears when the reader has scrolled.
      await page.evaluate(async () => {
        scrollTo(0, document.documentElement.scrollHeight);
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      });
      const text = await page.locator('body').innerText();
      // Capitals are the styles' affair.
      return text.replace(/\s+/g, '').toLowerCase();
    };

    const styled = await words(plain.address);
    const unstyled = await words(server.address);
    const figures = await page.evaluate(() => getComputedStyle(document.body).fontVariantNumeric);
    await page.getByRole('link', { name: 'Note 3' }).first().click();
    await page.close();

    expect(figures).toBe('normal');
    expect(unstyled).toBe(styled);
  });
});

describe('a table', () => {
  it('has its columns aligned without a style attribute', async () => {
    const page = await browser.newPage();
    await page.goto(`${pathToFileURL(dist)}/2020/05/with-a-figure/index.html`);

    await expect.poll(() => page.locator('[style]').count()).toBe(0);
    const aligned = await page
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
    await page.close();

    expect(aligned).toEqual(['left', 'right']);
  });
});

describe('a fault', () => {
  it('is seen by the crawler: a page, an anchor and a link out of the folder', async () => {
    await using folder = await placed('some/where/');
    await using server = await serve(folder.root);
    const first = join(folder.root, 'some/where/index.html');
    const links = '<a href="gone.html">1</a><a href="2019/index.html#gone">2</a><a href="/">3</a>';
    await appendFile(first, links);

    const { faults } = await crawl(`${server.address}some/where/`);

    expect(faults.filter((fault) => /gone\.html answered 404/.test(fault))).not.toEqual([]);
    expect(faults.filter((fault) => /#gone/.test(fault))).not.toEqual([]);
    expect(faults.filter((fault) => /:\d+\/ answered 404/.test(fault))).not.toEqual([]);
  });

  it('is seen by the browser: what another site should give, and what the policy forbids', async () => {
    await using folder = await placed('');
    await using server = await serve(folder.root);
    const first = join(folder.root, 'index.html');
    await appendFile(first, '<img src="http://127.0.0.1:1/a.png"><p style="color:red">Red</p>');

    const { faults } = await visit(browser, server.address, ['index.html']);

    expect(faults.filter((fault) => /says: .*img-src/s.test(fault))).not.toEqual([]);
    expect(faults.filter((fault) => /says: .*inline style/s.test(fault))).not.toEqual([]);
  });
});

describe('the same files on a disk', () => {
  const place = 'some/where/';

  it('are whole in a browser: every page and anchor, and nothing in its console', async () => {
    await using folder = await placed(place);

    const pages = await pagesIn(dist);
    const found = await visit(browser, `${pathToFileURL(folder.root)}/${place}`, pages);

    expect(found.faults).toEqual([]);
    expect(found.pages).toBeGreaterThan(9);
  });

  it('are read by clicking from the first page to an essay and back', async () => {
    await using folder = await placed(place);
    const page = await browser.newPage();
    const first = `${pathToFileURL(folder.root)}/${place}index.html`;

    await page.goto(first);
    await page.getByRole('link', { name: 'With a Figure' }).click();
    await page.getByRole('link', { name: 'from the top' }).click();
    await page.waitForURL(/north-korea-and-russian-relations\/index\.html#p4$/);
    await page.getByRole('link', { name: 'All essays' }).click();
    await page.waitForURL(first);
    await page.close();
  });
});
