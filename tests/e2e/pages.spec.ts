import { expect } from 'playwright/test';
import { essay, everyPage, publishedSite } from '../support/pages.ts';
import { test } from '../support/shared-page.ts';

test('a reader comes from the first page to the essay, its month, and back', async ({ page }) => {
  await page.goto(publishedSite());
  await page.getByRole('link', { name: 'North Korea and Russian Relations' }).click();
  await expect(page).toHaveURL(`${essay()}index.html`);

  await page.getByRole('link', { name: 'September 2019' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Monthly Archives: September 2019',
  );

  await page.getByRole('link', { name: 'Research Essays' }).click();
  await expect(page).toHaveURL(publishedSite('index.html'));
});

test('an address that leads nowhere shows the error page', async ({ page }) => {
  await page.goto(publishedSite('404.html'));

  // Where the site is published, wherever the page is shown.
  await expect(page.getByRole('main').getByRole('link', { name: 'All essays' })).toHaveAttribute(
    'href',
    'https://essays.example/',
  );
});

test('no page asks for anything but itself, its pictures and its favicon, stores anything, or complains', async ({
  page,
}) => {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const pages = everyPage();
  for (const address of pages) await page.goto(address);
  await page.waitForLoadState('networkidle');

  // Each once: none asks for another before it is wanted.
  expect(requests.filter((url) => pages.includes(url))).toEqual(pages);
  const pictures = pages.map((address) => new URL('/_astro/', address).href);
  const others = requests.filter(
    (url) =>
      ![...pages, 'data:,'].includes(url) &&
      !/\/(?:favicon|map)\.svg$/.test(url) &&
      !pictures.some((folder) => url.startsWith(folder)),
  );
  expect(others).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
});
