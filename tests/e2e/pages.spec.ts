import { expect, test } from 'playwright/test';
import { essay, everyPage, publishedSite } from '../support/pages.ts';

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
  browser,
}) => {
  const context = await browser.newContext();
  const look = async (address: string) => {
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address, { waitUntil: 'networkidle' });
    const pictures = new URL('/_astro/', address).href;
    const others = requests.filter(
      (url) =>
        ![address, 'data:,'].includes(url) &&
        !/\/(?:favicon|map)\.svg$/.test(url) &&
        !url.startsWith(pictures),
    );
    return { address, others, complaints };
  };

  // All at once: each is waited for until it has been still for half a second.
  const found = await Promise.all(everyPage().map(look));

  expect(found.filter(({ others, complaints }) => others.length + complaints.length > 0)).toEqual(
    [],
  );
  expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
  await context.close();
});
