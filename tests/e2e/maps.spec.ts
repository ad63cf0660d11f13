import { expect, test } from 'playwright/test';
import { essay, mapsSite } from '../support/pages.ts';

/** The essays of the fixture, each with a map. */
const maps = [
  '2026/01/balkans/',
  '2026/02/horn-of-africa/',
  '2026/03/island/',
  '2026/04/strait/',
  '2026/05/date-line/',
  '2026/06/city/',
];

test('a ring marks the common border on the map, and covers nothing, in forced colours, too', async ({
  page,
}) => {
  await page.goto(essay());
  const ring = page.locator('.map .ring').last();
  const look = () =>
    ring.evaluate((circle) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(circle);
      return { fill, isInk: stroke === getComputedStyle(document.body).color, strokeWidth };
    });

  expect(await look()).toEqual({ fill: 'none', isInk: true, strokeWidth: '2.5px' });
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await look()).toEqual({ fill: 'none', isInk: true, strokeWidth: '2.5px' });
});

for (const name of maps) {
  test(`the names on the map of ${name} stand apart and inside on every screen`, async ({
    page,
  }) => {
    await page.goto(mapsSite(name));
    for (const width of [320, 390, 480, 768, 1366, 1600]) {
      await page.setViewportSize({ width, height: 768 });

      const { count, faults } = await page.locator('.map').evaluate((map) => {
        const frame = map.getBoundingClientRect();
        const texts = [...map.querySelectorAll('text')];
        const boxes = texts
          .map((text) => ({ text, box: text.getBoundingClientRect() }))
          // Those of the other view have none.
          .filter(({ box }) => box.width > 0);
        // Letters do not fill the height of their line.
        const meet = (a: DOMRect, b: DOMRect) =>
          Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
          Math.min(a.bottom - a.height * 0.2, b.bottom - b.height * 0.2) >
            Math.max(a.top + a.height * 0.2, b.top + b.height * 0.2);
        const found = boxes.flatMap(({ text, box }, index) => [
          ...(box.left < frame.left || box.right > frame.right ? [text.textContent] : []),
          ...(box.top < frame.top || box.bottom > frame.bottom ? [text.textContent] : []),
          ...boxes
            .slice(index + 1)
            .filter((other) => meet(box, other.box))
            .map((other) => `${text.textContent} × ${other.text.textContent}`),
        ]);
        return { count: boxes.length, faults: found };
      });

      expect(count, `at ${width} px`).toBeGreaterThan(0);
      expect(faults, `at ${width} px`).toEqual([]);
    }
  });
}

test('of the map, its name and description are all that is told', async ({ page }) => {
  await page.goto(essay());

  const told = await page.locator('.lead').ariaSnapshot();

  expect(told).toContain('img "Map of North Korea and Russia"');
  expect(told).not.toMatch(/Pyongyang|Beijing/);
});
