import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { essay, everyPage } from '../support/pages.ts';

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} px in ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      for (const address of everyPage()) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [address, id, nodes[0]?.html])).toEqual([]);
      }
      await context.close();
    });
  }
}

test('“Skip to main content” is the first stop of the keyboard on every page, and works', async ({
  page,
}) => {
  for (const address of everyPage()) {
    await page.goto(address);
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    await expect(first).toHaveText('Skip to main content');
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
  for (const address of everyPage()) {
    for (const width of [320, 390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      const overflow = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      expect(await overflow(), `${address} at ${width}`).toBe(0);
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      });
      expect(await overflow(), `${address} at ${width}, spaced`).toBe(0);
    }
  }
  await page.close();
});

test('the page has one of each landmark', async ({ page }) => {
  await page.goto(essay());

  for (const role of ['banner', 'main', 'contentinfo', 'article'] as const) {
    await expect(page.getByRole(role)).toHaveCount(1);
  }
  await expect(page.locator('[role="doc-endnotes"]')).toHaveAccessibleName('Notes');
});
