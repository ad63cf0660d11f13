import { existsSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { launch } from 'puppeteer-core';
import { essay } from '../support/pages.ts';

const firefox = [process.env['FIREFOX_PATH'], '/usr/bin/firefox', '/usr/bin/firefox-esr'].find(
  (path) => path !== undefined && existsSync(path),
);

// Through puppeteer: Playwright drives only a Firefox of its own making.
if (firefox === undefined) {
  console.log('No Firefox is installed, so the notes were not tried in one.');
} else {
  test('in Firefox, too, notes stand beside their markers, and a preview comes and goes', async () => {
    const browser = await launch({ browser: 'firefox', executablePath: firefox, headless: true });
    try {
      const page = await browser.newPage();
      const box = (selector: string) =>
        page.$eval(selector, (element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom, position: getComputedStyle(element).position };
        });

      await page.setViewport({ width: 1440, height: 900 });
      await page.goto(essay());
      let above = Number.NEGATIVE_INFINITY;
      for (const key of ['unsc1950', 'roblin2018', 'kim2019', 'lee2018', 'lukin2019']) {
        const [note, marker] = [await box(`#fn-${key}`), await box(`#fnref-${key}`)];
        expect(note.left).toBeGreaterThan((await box('#p1')).right);
        expect(Math.abs(note.top - marker.top)).toBeLessThan(34);
        expect(note.top).toBeGreaterThan(above);
        above = note.bottom;
      }

      // Lines with italics in them, whose face is higher, stand no farther apart than others.
      for (const selector of ['.lead figcaption', '#fn-snyder2019 p']) {
        const lines = await page.$eval(selector, (element) => {
          return (
            element.getBoundingClientRect().height /
            parseFloat(getComputedStyle(element).lineHeight)
          );
        });
        expect(Math.abs(lines - Math.round(lines)), selector).toBeLessThan(0.1);
      }

      await page.setViewport({ width: 768, height: 900 });
      const preview = '#fn-roblin2018 > *';
      await page.hover('#fnref-roblin2018');
      await expect.poll(async () => (await box(preview)).position).toBe('fixed');
      const [shown, marker] = [await box(preview), await box('#fnref-roblin2018')];
      expect(shown.top - marker.bottom).toBeGreaterThanOrEqual(0);
      expect(shown.top - marker.bottom).toBeLessThan(40);

      // Straight to it, which leaves the marker at once.
      await page.mouse.move(shown.left + 60, shown.top + 20, { steps: 3 });
      expect((await box(preview)).position).toBe('fixed');
      await page.mouse.move(shown.left + 60, shown.bottom + 100);
      await expect.poll(async () => (await box(preview)).position).toBe('static');

      await page.hover('#fnref-roblin2018');
      await expect.poll(async () => (await box(preview)).position).toBe('fixed');
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await box(preview)).position).toBe('static');

      // It has no scroll timelines, so no title runs along.
      await page.setViewport({ width: 320, height: 600 });
      expect(await page.$eval('.running-title', (title) => getComputedStyle(title).display)).toBe(
        'none',
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    } finally {
      await browser.close();
    }
  });
}
