import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { makeSite, type RunningScript, startScript, type TestSite } from '../support/make-site.ts';

const essay = '2019/09/north-korea-and-russian-relations/';
let site: TestSite;
let dev: RunningScript;

test.beforeAll(async () => {
  site = await makeSite();
  dev = await startScript(site, 'dev');
});

test.afterAll(async () => {
  await dev.interrupt();
  await site[Symbol.asyncDispose]();
});

/** Edits a file of the site, and waits until the page has been loaded anew and follows edits again. */
async function edit(page: Page, file: string, from: string, to: string): Promise<void> {
  const path = join(site.root, 'content', file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await followed(page, () => writeFile(path, text.replace(from, to)));
}

/** Does what loads the page. An edit made before the page listens to the server is not shown by it. */
async function followed(page: Page, load: () => Promise<unknown>): Promise<void> {
  const connected = page.waitForEvent('console', (line) => line.text() === '[vite] connected.');
  await load();
  await connected;
}

const firstNote = (page: Page) => page.locator('#fn-unsc1950');

test('`npm run dev` shows an edit of essay, bibliography or style without a reload by hand', async ({
  page,
}) => {
  await followed(page, () => page.goto(`${dev.address}${essay}`));
  await expect(firstNote(page)).toContainText('July 7, 1950');

  await edit(page, 'bibliography.bib', '1950-07-07', '1950-07-08');
  await expect(firstNote(page)).toContainText('July 8, 1950');

  await edit(
    page,
    'notes.csl',
    '<text variable="collection-title"/>',
    '<text value="in its"/><text variable="collection-title"/>',
  );
  await expect(firstNote(page)).toContainText('in its, Fifth year');

  await edit(
    page,
    'essays/north-korea-and-russian-relations.mdx',
    'As a founding member',
    'Once a founding member',
  );
  await expect(page.locator('#p1')).toContainText('Once a founding member');
});

test('`npm run dev` says what is wrong where the author looks, until it is mended', async ({
  page,
}) => {
  await followed(page, () => page.goto(`${dev.address}${essay}`));
  await edit(page, 'bibliography.bib', '{lukin2019,', '{lukin2020,');
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay).toContainText('cites “lukin2019”, which is no key of the bibliography');
  await expect(overlay).toContainText('Did you mean “lukin2020”?');

  await edit(page, 'bibliography.bib', '{lukin2020,', '{lukin2019,');
  await expect(page.locator('#fn-lukin2019')).toContainText('Lukin, Artyom');
});
