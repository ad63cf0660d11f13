import { expect, type Page, test } from 'playwright/test';
import { layoutShift, pageEntries, readEntries } from '../bench/page-entries.ts';
import { essay, publishedSite } from '../support/pages.ts';

/** Has the page shown as to a reader without any of the faces that its styles name before its own. */
async function hideFaces(page: Page): Promise<void> {
  await page.route(essay(), async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const without = html.replace(/(--font-text:)[^;}]*?(?=Essay\b)/, '$1');
    expect(without === html).toBe(false);
    // Its policy has the hash of the styles as they were.
    const body = without.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
}

/** Holds fonts back until it is called. */
async function holdFonts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a reader who has Palatino or its like asks for no font', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await page.goto(essay());
  await page.evaluate(() => document.fonts.ready);

  expect(asked.filter((url) => !/favicon/.test(url))).toEqual([essay()]);
});

test('a reader who has neither gets the face of the site, roman and italic, which covers the text', async ({
  page,
}) => {
  await hideFaces(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await page.goto(essay());
  await page.evaluate(() => document.fonts.ready);

  const faces = await page.evaluate(() =>
    [...document.fonts].flatMap(({ family, style, status }) =>
      family === 'Essay' ? [`${style} ${status}`] : [],
    ),
  );
  expect(faces).toEqual(['normal loaded', 'italic loaded']);
  const fonts = asked.filter((url) => url.endsWith('.woff2'));
  expect(fonts.every((url) => url.startsWith(publishedSite('_astro/')))).toBe(true);
  expect(fonts).toHaveLength(2);
});

// Where the last words of a line come to stand on the next, as on a phone, so much of them moves.
for (const [width, height, most] of [
  [390, 844, 0.03],
  [1024, 768, 0.001],
  [1280, 800, 0.001],
  [1440, 900, 0.001],
] as const) {
  test(`the text is there before the font is, and keeps its place when it comes, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await hideFaces(page);
    const release = await holdFonts(page);

    await page.goto(essay(), { waitUntil: 'domcontentloaded' });
    const before = await page.evaluate(readEntries);
    expect(pageEntries.parse(before).paint).not.toEqual([]);
    expect(await page.evaluate(() => document.fonts.status)).toBe('loading');
    release();
    await page.evaluate(() => document.fonts.ready);

    const entries = pageEntries.parse(await page.evaluate(readEntries));
    expect(layoutShift(entries)).toBeLessThan(most);
  });
}
