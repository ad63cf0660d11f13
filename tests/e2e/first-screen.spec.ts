import { expect, test } from 'playwright/test';
import { essay } from '../support/pages.ts';

/** Lines of the essay that are whole on the first screen, set in P052. */
for (const [width, height, lines] of [
  [390, 844, 7],
  [1024, 768, 2],
  [1280, 800, 2],
  [1366, 768, 3],
  [1440, 900, 6],
  [1536, 864, 5],
] as const) {
  test(`the first screen of ${width} x ${height} has ${lines} lines of the essay`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(essay());
    const bottoms = await page.locator('#p1').evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const size = parseFloat(getComputedStyle(paragraph).fontSize);
      // Lower than a line are the numbers of notes.
      const rows = [...range.getClientRects()].filter((box) => box.height > 0.9 * size);
      return [...new Set(rows.map(({ bottom }) => Math.round(bottom)))];
    });

    expect(bottoms.filter((bottom) => bottom <= height).length).toBeGreaterThanOrEqual(lines);
  });
}
