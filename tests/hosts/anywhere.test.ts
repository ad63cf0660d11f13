import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { makeSite, type TestSite } from '../support/make-site.ts';
import { crawl, pagesIn, unlinked, visit } from '../support/visit-site.ts';

let site: TestSite;
let dist: string;
let browser: Browser;

beforeAll(async () => {
  site = await makeSite('linked-essays');
  expect(await site.run('build')).toMatchObject({ status: 0 });
  dist = join(site.root, 'dist');
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
});

afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

/** A folder with the site at `place` of it. */
async function placed(place: string) {
  const root = await mkdtemp(join(tmpdir(), 'essay host '));
  await cp(dist, join(root, place), { recursive: true });
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

async function serve(root: string) {
  const server = createServer(sirv(root, { dev: true, dotfiles: true }));
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

  it('are whole in a browser: every page and anchor, and nothing in its console', async () => {
    await using folder = await placed(place);
    await using server = await serve(folder.root);

    const found = await visit(browser, server.address + place, dist);

    expect(found.faults).toEqual([]);
    expect(found.anchors).toBeGreaterThan(50);
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

    const { faults } = await visit(browser, server.address, folder.root);

    expect(faults.filter((fault) => /says: .*img-src/s.test(fault))).not.toEqual([]);
    expect(faults.filter((fault) => /says: .*inline style/s.test(fault))).not.toEqual([]);
  });
});

describe.each(['', 'some/where/'])('the same files on a disk, in /%s', (place) => {
  it('are whole in a browser: every page and anchor, and nothing in its console', async () => {
    await using folder = await placed(place);

    const found = await visit(browser, `${pathToFileURL(folder.root)}/${place}`, dist);

    expect(found.faults).toEqual([]);
    expect(found.pages).toBe((await pagesIn(dist)).length);
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
