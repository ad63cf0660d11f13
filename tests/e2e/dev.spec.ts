import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { makeSite, type RunningScript, startScript, type TestSite } from '../support/make-site.ts';

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

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(site.root, 'content', file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

const firstNote = (page: Page) => page.locator('#fn-unsc1950');

test('`npm run dev` shows an edit of essay, bibliography or style without a reload by hand', async ({
  page,
}) => {
  await page.goto(`${dev.address}2019/09/north-korea-and-russian-relations/`);
  await expect(firstNote(page)).toContainText('July 7, 1950');

  await edit('bibliography.bib', '1950-07-07', '1950-07-08');
  await expect(firstNote(page)).toContainText('July 8, 1950');

  await edit(
    'notes.csl',
    '<text variable="collection-title"/>',
    '<text value="in its"/><text variable="collection-title"/>',
  );
  await expect(firstNote(page)).toContainText('in its, Fifth year');

  await edit(
    'essays/north-korea-and-russian-relations.mdx',
    'As a founding member',
    'Once a founding member',
  );
  await expect(page.locator('#p1')).toContainText('Once a founding member');
});

test('`npm run dev` says what is wrong where the author looks, until it is mended', async ({
  page,
}) => {
  await edit('bibliography.bib', '{lukin2019,', '{lukin2020,');
  await page.goto(`${dev.address}2019/09/north-korea-and-russian-relations/`);
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay).toContainText('cites “lukin2019”, which is no key of the bibliography');
  await expect(overlay).toContainText('Did you mean “lukin2020”?');

  await edit('bibliography.bib', '{lukin2020,', '{lukin2019,');
  await expect(page.locator('#fn-lukin2019')).toContainText('Lukin, Artyom');
});
