/** `test` of Playwright, with one page for all tests of a worker that ask for the same kind of it. */
import { test as base, type Page } from 'playwright/test';

/** The last page, and of what kind it is. A worker ends with the first test that fails, and its page with it. */
let last: { readonly page: Page; readonly kind: string } | undefined;

/** Most tests read one small page: to open a new one, in a process of its own, takes longer than that. */
export const test = base.extend({
  page: async ({ browser, viewport, javaScriptEnabled, hasTouch, isMobile }, use) => {
    const kind = JSON.stringify({ javaScriptEnabled, hasTouch, isMobile });
    if (last?.kind !== kind) {
      await last?.page.context().close();
      last = { page: await browser.newPage(), kind };
    }
    const { page } = last;
    if (viewport) await page.setViewportSize(viewport);
    await use(page);
    await leave(page);
  },
});

/** Takes back whatever a test may have asked of its page. */
async function leave(page: Page): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll();
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, contrast: null });
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
}
