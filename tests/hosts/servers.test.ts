import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { hosts, isInstalled, type RunningHost, startHost } from '../support/hosts.ts';
import { makeSite, type TestSite } from '../support/make-site.ts';
import { request } from '../support/request.ts';
import { checkTypes, crawl, pagesIn, unlinked, visit } from '../support/visit-site.ts';

const installed = hosts.filter(isInstalled);
const skipped = hosts.filter((host) => !installed.includes(host)).map(({ name }) => name);
if (skipped.length > 0) console.log(`Not installed, and skipped: ${skipped.join(', ')}.`);

let site: TestSite;
let dist: string;
let browser: Browser;

beforeAll(async () => {
  site = await makeSite('linked-essays');
  dist = join(site.root, 'dist');
  await cp((await readGoodSite('linked-essays')).dist, dist, { recursive: true });
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
});

afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

const places = installed.flatMap((host) =>
  ['', '/some/where'].map((place) => ({ host, name: host.name, place })),
);

it.each(installed.filter(({ does }) => does.status))(
  '$name says that a page was withdrawn by its status and by the page',
  async (host) => {
    const scratch = await mkdtemp(join(tmpdir(), 'essay-host-'));
    await chmod(scratch, 0o755);
    const moved = await readGoodSite('moved-essay');
    const running = await startHost(host, moved.dist, '/some/where', scratch);
    const withdrawn = await request(`${running.address}2014/05/gone/`);
    const byName = await request(`${running.address}2014/05/gone/index.html`);
    const there = await request(`${running.address}2015/02/new-name/`);
    await running.stop();
    await rm(scratch, { recursive: true });

    expect([withdrawn.status, byName.status]).toEqual([410, 410]);
    expect(withdrawn.text).toContain('<h1 class="page-title">Withdrawn</h1>');
    expect(byName.text).toBe(withdrawn.text);
    expect(there.status).toBe(200);
  },
);

describe.each(places)('$name, with the site at “$place/”,', ({ host, place }) => {
  let scratch: string;
  let running: RunningHost;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'essay-host-'));
    // Servers that root starts read as somebody else.
    await chmod(scratch, 0o755);
    running = await startHost(host, dist, place, scratch);
  });

  afterAll(async () => {
    await running.stop();
    await rm(scratch, { recursive: true });
  });

  it('has no broken link for a crawler, and none out of its folder', async () => {
    const found = await crawl(running.address);

    expect(found.faults).toEqual([]);
    expect([...found.pages, ...unlinked].sort()).toEqual(await pagesIn(dist));
  });

  it('serves every page and anchor whole, and nothing speaks in the console', async () => {
    const found = await visit(browser, running.address, await pagesIn(dist));

    expect(found.faults).toEqual([]);
    expect(found.anchors).toBeGreaterThan(50);
  });

  it('serves every file under its type, byte for byte', async () => {
    expect(await checkTypes(running.address, dist)).toEqual([]);
  });

  it('has what `npm run verify-dist` compares', async () => {
    const { status, output } = await site.run('verify-dist', running.address);

    expect(output).toContain('files as they were built.');
    expect(status).toBe(0);
  });

  it('answers 404 to an address that leads nowhere', async () => {
    const { status, text } = await request(`${running.address}no/such/page/`);

    expect(status).toBe(404);
    if (host.does.errorPage) expect(text).toContain('<h1 class="page-title">Page not found</h1>');
  });

  const files = host.does.headers ? ['the file that we give for it'] : [];

  it.each(files)('sends the headers of %s', async () => {
    for (const path of ['', 'index.html', 'no/such/page/']) {
      const { headers } = await request(running.address + path);

      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/frame-ancestors 'none'/),
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-content-type-options': 'nosniff',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });

  it.each(files)('has, by %s, pages asked for anew and hashed files kept', async () => {
    const page = await request(`${running.address}index.html`);
    const names = Object.keys(
      JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8')).files,
    );
    const hashed = names.find((name) => name.startsWith('_astro/')) ?? '';
    const asset = await request(running.address + hashed);
    const again = await request(`${running.address}index.html`, {
      'If-None-Match': page.headers.etag ?? '',
    });

    expect(page.headers['cache-control']).toBe('no-cache');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(again.status).toBe(304);
  });

  it.each(host.does.codings ?? [])('sends the copy compressed as %s', async (coding) => {
    const suffix = coding === 'gzip' ? 'gz' : coding;
    for (const path of ['', '2019/', '2019/index.html']) {
      const { headers, bytes } = await request(running.address + path, {
        'Accept-Encoding': coding,
      });
      const file = join(dist, `${path.replace('index.html', '')}index.html.${suffix}`);

      expect(headers).toMatchObject({
        'content-encoding': coding,
        'content-type': expect.stringMatching(/^text\/html/),
        vary: expect.stringMatching(/Accept-Encoding/i),
      });
      expect(headers['content-language']).toBeUndefined();
      expect(bytes.equals(await readFile(file))).toBe(true);
    }
  });
});
