import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, type Page, test } from 'playwright/test';
import sharp from 'sharp';
import { essay, everyPage } from '../support/pages.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const { resolve } = createRequire(import.meta.url);
const script = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

/** By WCAG 2.2 A and AA, best practices, and the contrast of AAA. */
const everyRule: axe.RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true },
  },
};

/** Those that may find something in one colour scheme and not in the other. */
const colorRules: axe.RunOptions = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
  },
};

/** Of each rule that is broken its name, and the first element that breaks it. */
async function findings(page: Page, rules = everyRule) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
  return page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(options);
      return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    },
    { ...rules, resultTypes: ['violations'] } satisfies axe.RunOptions,
  );
}

/** What fades begins in the colours of a note that is pointed out, and keeps those of the scheme it began in. */
function endFading(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const each of document.getAnimations())
      if (each instanceof CSSAnimation && each.animationName === 'pointed-out') each.finish();
  });
}

/** On a narrow and on a wide screen, in light and in dark. */
async function expectNothing(page: Page, where: string, arrive = async (_width: number) => {}) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await arrive(width);
    for (const [colorScheme, rules] of [
      ['light', everyRule],
      ['dark', colorRules],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await endFading(page);
      expect(await findings(page, rules), `${where} at ${width} px in ${colorScheme}`).toEqual([]);
    }
  }
}

test('axe finds nothing on any page, at 320 and at 1280 px, in light and in dark', async ({
  page,
}) => {
  // Thirty-six looks at whole pages.
  test.slow();
  for (const address of everyPage()) {
    await page.goto(address);
    await expectNothing(page, address);
  }
});

test('axe finds nothing where a link has led, and with a note shown', async ({ page }) => {
  await page.goto(`${essay()}#fn-roblin2018`);
  await expectNothing(page, 'at a note');
  await page.goto(`${essay()}#p2`);
  await expectNothing(page, 'at a paragraph');
  await expectNothing(page, 'with a note shown', async (width) => {
    await page.locator('#fnref-roblin2018').hover();
    await expect(page.locator(width < 1088 ? '#fn-roblin2018 > *' : '#main')).toHaveCSS(
      'position',
      width < 1088 ? 'fixed' : 'static',
    );
  });
});

test('axe finds nothing with forced colours and with more contrast', async ({ browser }) => {
  for (const setting of [{ forcedColors: 'active' }, { contrast: 'more' }] as const) {
    const context = await browser.newContext(setting);
    const page = await context.newPage();
    await page.goto(essay());
    expect(await findings(page)).toEqual([]);
    await context.close();
  }
});

test('with forced colours, links around the essay have the colour of those in it', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(essay());

  const colors = await page
    .locator(':is(.site-header, .imprint, .notes, .site-footer) a')
    .evaluateAll((links) => [...new Set(links.map((link) => getComputedStyle(link).color))]);

  expect(colors).toHaveLength(1);
});

test('“Skip to main content” is the first stop of the keyboard on every page, and works', async ({
  page,
}) => {
  for (const address of everyPage()) {
    await page.goto(address);
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    await expect(first).toHaveClass('skip-link');
    await expect(first).toHaveText(/./);
    await expect(first).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  }
});

test('nothing overflows from 320 px on, also with the text spacing of WCAG 1.4.12', async ({
  browser,
}) => {
  // A reader's own styles, too, are let in past the policy of a page.
  const page = await browser.newPage({ bypassCSP: true });
  const expectNoOverflow = async (what: string) => {
    for (const width of [320, 390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${what} at ${width}`).toBe(0);
    }
  };
  for (const address of everyPage()) {
    await page.goto(address);
    await expectNoOverflow(address);
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    });
    await expectNoOverflow(`${address}, spaced,`);
  }
  await page.close();
});

test('on a low screen no title runs along, and nothing overflows', async ({ page }) => {
  for (const address of everyPage()) {
    await page.goto(address);
    // A phone on its side, and a screen enlarged to 400 % (WCAG 1.4.10).
    for (const viewport of [
      { width: 568, height: 320 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(viewport);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${address} at ${viewport.width}`).toBe(0);
      const titles = await page.locator('.running-title').all();
      if (address === essay()) expect(titles).toHaveLength(1);
      for (const title of titles) await expect(title).toBeHidden();
    }
  }
});

test('notes pass below the header, with forced colours, too', async ({ browser }) => {
  for (const forcedColors of ['none', 'active'] as const) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      forcedColors,
    });
    const page = await context.newPage();
    await page.goto(essay());
    const header = page.locator('.site-header');
    const height = Math.floor((await header.boundingBox())?.height ?? 0) - 20;
    const note = page.locator('#fn-roblin2018');
    await note.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top));
    await expect.poll(() => page.locator('.running-title').isVisible()).toBe(true);
    const { x = 0, width = 0 } = (await note.boundingBox()) ?? {};

    const strip = await page.screenshot({ clip: { x, y: 0, width, height } });

    const { channels } = await sharp(strip).stats();
    expect(channels.slice(0, 3).map(({ min, max }) => max - min)).toEqual([0, 0, 0]);
    await context.close();
  }
});

test('the page has one of each landmark', async ({ page }) => {
  await page.goto(essay());

  for (const role of ['banner', 'main', 'contentinfo', 'article'] as const) {
    await expect(page.getByRole(role)).toHaveCount(1);
  }
  await expect(page.locator('[role="doc-endnotes"]')).toHaveAccessibleName('Notes');
});
