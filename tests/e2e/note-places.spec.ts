import { expect, type Locator, type Page, test } from 'playwright/test';
import { essay, kitchenSink, rightToLeft, secondEssay } from '../support/pages.ts';

const wide = [1088, 1152, 1216, 1280, 1360, 1440, 1520, 1600, 1760, 1920, 3840];
const narrow = [320, 375, 480, 600, 768, 900, 1024, 1087];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Where every note and its first marker are, from the page itself. */
function places(page: Page) {
  return page.locator('.notes li').evaluateAll((items) =>
    items.map((item) => {
      const marker = [...document.querySelectorAll<HTMLAnchorElement>('[role="doc-noteref"]')].find(
        ({ hash }) => decodeURIComponent(hash.slice(1)) === item.id,
      );
      const box = (element?: Element) => {
        const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        return { left, right, top: top + scrollY, bottom: bottom + scrollY };
      };
      return { id: item.id, note: box(item), marker: box(marker) };
    }),
  );
}

for (const [name, address] of [
  ['the essay', essay],
  ['an essay with every element', kitchenSink],
  ['an essay from right to left', rightToLeft],
] as const) {
  test(`beside ${name} every note stands at its marker, and none on another`, async ({ page }) => {
    await page.goto(address());
    for (const width of wide) {
      await page.setViewportSize({ width, height: 900 });
      const text = await boxOf(page.locator('.prose > p').first());
      const lead = await page.evaluate(
        () => 1.6 * parseFloat(getComputedStyle(document.body).fontSize),
      );
      const found = await places(page);

      expect(found.length).toBeGreaterThan(1);
      let above = Number.NEGATIVE_INFINITY;
      for (const { id, note, marker } of found) {
        const beside = note.left >= text.right || note.right <= text.x;
        expect(beside, `${id} at ${width} px stands outside the text`).toBe(true);
        expect(note.left, `${id} at ${width} px is on the page`).toBeGreaterThanOrEqual(0);
        expect(note.right, `${id} at ${width} px is on the page`).toBeLessThanOrEqual(width);
        expect(note.top, `${id} at ${width} px is below the note before`).toBeGreaterThan(above);
        const isPushed = note.top - above < lead;
        const distance = Math.abs(note.top - marker.top);
        if (!isPushed) expect(distance, `${id} at ${width} px is at its marker`).toBeLessThan(lead);
        above = note.bottom;
      }
    }
  });
}

test('a note in the margin begins on the line of its marker', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(essay());

  // Ranges of one character: their boxes stand on the baseline, whatever the size.
  const baselines = await page.evaluate(() => {
    const baseline = (node: Node | null | undefined, offset: number) => {
      const range = new Range();
      range.setStart(node ?? document, offset);
      range.setEnd(node ?? document, offset + 1);
      const box = range.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(node?.parentElement ?? document.body).fontSize);
      return { bottom: box.bottom, size };
    };
    const note = document.querySelector('#fn-unsc1950 p')?.firstChild;
    const before = document.querySelector('#fnref-unsc1950')?.parentElement?.previousSibling;
    return [baseline(note, 0), baseline(before, (before?.textContent?.length ?? 1) - 1)];
  });

  const [note, line] = baselines;
  // Descents are a quarter of the size, so the larger line's box reaches lower by as much.
  const difference = (line?.bottom ?? 0) - (note?.bottom ?? 0);
  const descents = 0.25 * ((line?.size ?? 0) - (note?.size ?? 0));
  expect(Math.abs(difference - descents)).toBeLessThan(3);
});

test('the caption of the picture stands at its foot: in the margin where the notes do, else below', async ({
  page,
}) => {
  await page.goto(essay());
  for (const width of [...narrow, ...wide]) {
    await page.setViewportSize({ width, height: 900 });
    const picture = await boxOf(page.locator('.lead > :first-child'));
    const caption = await boxOf(page.locator('.lead > figcaption'));
    const note = await boxOf(page.locator('.notes li').first());

    if (note.x < picture.right) {
      expect(caption.y, `at ${width} px`).toBeGreaterThanOrEqual(picture.bottom);
    } else {
      expect(caption.x, `at ${width} px`).toBeCloseTo(note.x, 0);
      expect(caption.bottom, `at ${width} px`).toBeCloseTo(picture.bottom, 0);
    }
  }
});

test('a second use of a note is not a second note in the margin', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(essay());

  await page.locator('#fnref-kim2019-2').hover();

  await expect(page.locator('.notes li')).toHaveCount(8);
  const note = page.locator('#fn-kim2019 > p');
  const resting = page.locator('#fn-lee2018 > p');
  const background = (element: Element) => getComputedStyle(element).backgroundColor;
  const plain = await resting.evaluate(background);
  await expect.poll(() => note.evaluate(background)).not.toBe(plain);
});

const preview = (page: Page, id: string) => page.locator(`[id="${id}"] > *`);
const isShown = (locator: Locator) =>
  locator.evaluate((element) => getComputedStyle(element).position === 'fixed');

/** The ids of all markers. */
const markerIds = (page: Page) =>
  page.locator('[role="doc-noteref"]').evaluateAll((links) => links.map(({ id }) => id));

/** Has a marker on the screen: in the middle of it, unless it is there already. */
function bringIntoView(page: Page, id: string): Promise<void> {
  return page.evaluate((id) => {
    const marker = document.getElementById(id);
    const { top = 0, bottom = 0 } = marker?.getBoundingClientRect() ?? {};
    if (top < 0 || bottom > innerHeight) marker?.scrollIntoView({ block: 'center' });
  }, id);
}

/**
 * A marker, its note and the page around them, in one look, when the delay has ended after which a preview comes or
 * goes: here it is not asked how long that is.
 */
function lookAt(page: Page, id: string) {
  return page.evaluate((id) => {
    for (const animation of document.getAnimations()) animation.finish();
    const link = document.querySelector<HTMLAnchorElement>(`a[id="${id}"]`);
    const target = decodeURIComponent(link?.hash.slice(1) ?? '');
    const note = document.querySelector(`[id="${target}"] > *`);
    const remarks = document.querySelector('.remarks');
    if (link === null || note === null || remarks === null) throw new Error('It is not there.');
    const box = (element: Element) => {
      const { x, y, right, bottom, width, height } = element.getBoundingClientRect();
      return { x, y, right, bottom, width, height };
    };
    return {
      note: box(note),
      isShown: getComputedStyle(note).position === 'fixed',
      words: note.textContent,
      marker: box(link),
      remarks: box(remarks),
      height: document.documentElement.scrollHeight,
    };
  }, id);
}

/** Points at a marker, whose box is given. */
const pointAt = (page: Page, { x, y, width, height }: Box) =>
  page.mouse.move(x + width / 2, y + height / 2);

test('from 320 to 1087 px pointing at a marker shows its note there and moves nothing', async ({
  page,
}) => {
  test.slow();
  await page.goto(essay());
  for (const width of narrow) {
    await page.setViewportSize({ width, height: 800 });
    for (const id of await markerIds(page)) {
      await bringIntoView(page, id);
      const before = await lookAt(page, id);

      await pointAt(page, before.marker);

      const { isShown, words, note, marker: at, ...now } = await lookAt(page, id);
      const which = `“${words?.slice(0, 40)}” at ${width} px`;
      expect(isShown, which).toBe(true);
      expect(words).toBe(before.words);
      const isBelow = note.y >= at.bottom;
      const isAbove = note.bottom <= at.y;
      expect(isBelow || isAbove, `${which} does not cover its marker`).toBe(true);
      expect(isBelow ? note.y - at.bottom : at.y - note.bottom).toBeLessThan(40);
      expect(note.x).toBeGreaterThanOrEqual(0);
      expect(note.right).toBeLessThanOrEqual(width);
      expect(note.y).toBeGreaterThanOrEqual(0);
      expect(note.bottom).toBeLessThanOrEqual(800);
      // Heights come to the script in whole pixels.
      expect(Math.abs(now.height - before.height)).toBeLessThanOrEqual(1);
      expect(Math.abs(now.remarks.y - before.remarks.y)).toBeLessThanOrEqual(1);

      await page.mouse.move(0, 0);
      expect((await lookAt(page, id)).isShown, which).toBe(false);
    }
  }
});

test.describe('a preview', () => {
  test.use({ viewport: { width: 768, height: 800 } });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('stays while the pointer is on it, and goes when the pointer goes', async ({ page }) => {
        await page.goto(essay());
        const marker = page.locator('#fnref-roblin2018');
        const note = preview(page, 'fn-roblin2018');

        await marker.hover();
        await expect.poll(() => isShown(note)).toBe(true);
        const [from, to] = [await boxOf(marker), await boxOf(note)];
        await page.mouse.move(from.x + 4, from.y + 4);
        await page.mouse.move(from.x + 4, to.y + 12, { steps: 20 });
        await page.mouse.move(to.x + 20, to.y + 20, { steps: 5 });
        expect(await note.boundingBox()).toEqual({
          x: to.x,
          y: to.y,
          width: to.width,
          height: to.height,
        });

        await page.mouse.move(to.x + 20, to.bottom + 150);
        await expect(note).not.toBeInViewport();
      });

      test('does not open at its marker when the pointer is on the note in the list', async ({
        page,
      }) => {
        await page.goto(essay());
        const note = preview(page, 'fn-lee2018');
        await note.scrollIntoViewIfNeeded();
        const before = await note.boundingBox();

        await note.hover();

        expect(await note.boundingBox()).toEqual(before);
      });
    });
  }

  test('shows its number, and stands outside the text, with its words on the edge of it', async ({
    page,
  }) => {
    await page.goto(essay());
    const note = preview(page, 'fn-roblin2018');

    await page.locator('#fnref-roblin2018').hover();
    await expect.poll(() => isShown(note)).toBe(true);

    const text = await boxOf(page.locator('#p1'));
    const { left, right, number } = await note.evaluate((element) => {
      const { paddingLeft, paddingRight, borderLeftWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const border = Number.parseFloat(borderLeftWidth);
      return {
        left: box.left + border + Number.parseFloat(paddingLeft),
        right: box.right - border - Number.parseFloat(paddingRight),
        number: getComputedStyle(element, '::before').content,
      };
    });
    expect(Math.abs(left - text.x)).toBeLessThan(0.5);
    expect(Math.abs(right - text.right)).toBeLessThan(0.5);
    expect(number).toContain('counter(list-item)');
  });

  test('is reached on every way that a hand takes to it', async ({ page }) => {
    await page.goto(essay());
    const missed: string[] = [];
    for (const [index, id] of (await markerIds(page)).entries()) {
      const marker = page.locator(`[id="${id}"]`);
      const note = preview(page, ((await marker.getAttribute('href')) ?? '').slice(1));
      // To the one end of it and to the other, by turns.
      const side = index % 2 === 0 ? 0.15 : 0.85;
      await page.mouse.move(0, 0);
      await lookAt(page, id);
      await marker.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await pointAt(page, (await lookAt(page, id)).marker);
      const { isShown: isOpen, marker: from, note: to } = await lookAt(page, id);
      expect(isOpen).toBe(true);
      const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
      const end = { x: to.x + side * to.width, y: (to.y + to.bottom) / 2 };

      // Three tenths of a second, faster in the middle, as a hand is.
      const begin = performance.now();
      for (let time = 0; time < 1; ) {
        time = Math.min(1, (performance.now() - begin) / 300);
        const part = (1 - Math.cos(Math.PI * time)) / 2;
        const [x, y] = [(end.x - start.x) * part, (end.y - start.y) * part];
        await page.mouse.move(start.x + x, start.y + y);
      }

      const isThere = await page.evaluate(
        ({ x, y }) => document.elementFromPoint(x, y)?.closest('.notes > ol > li')?.id,
        end,
      );
      if (!(await isShown(note)) || isThere === undefined) missed.push(`${id} to ${side}`);
    }
    expect(missed).toEqual([]);
  });

  test('does not flash while the pointer crosses a marker', async ({ page }) => {
    await page.goto(essay());
    const marker = page.locator('#fnref-roblin2018');
    await marker.scrollIntoViewIfNeeded();
    const { x, y, height } = await boxOf(marker);
    await page.evaluate(() => {
      const count = () => {
        const boxes = document.querySelectorAll('.notes > ol > li > *');
        const shown = [...boxes].filter((box) => getComputedStyle(box).position === 'fixed');
        document.body.dataset['seen'] = String(
          Number(document.body.dataset['seen'] ?? 0) + shown.length,
        );
        requestAnimationFrame(count);
      };
      count();
    });

    await page.mouse.move(x - 30, y + height / 2);
    await page.mouse.move(x + 60, y + height / 2, { steps: 12 });
    await page.mouse.move(x + 60, y - 60, { steps: 12 });

    await expect(page.locator('body')).toHaveAttribute('data-seen', '0');
  });

  test('opens by keyboard, closes by Esc, and opens again at the next marker', async ({ page }) => {
    await page.goto(essay());
    const first = page.locator('#fnref-unsc1950');
    while (!(await first.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
    }
    await expect.poll(() => isShown(preview(page, 'fn-unsc1950'))).toBe(true);

    await page.keyboard.press('Escape');
    await expect.poll(() => isShown(preview(page, 'fn-unsc1950'))).toBe(false);
    await expect(first).toBeFocused();

    await page.keyboard.press('Tab');
    await expect.poll(() => isShown(preview(page, 'fn-roblin2018'))).toBe(true);
  });

  test('closes by Esc under the pointer, on the marker and on itself', async ({ page }) => {
    await page.goto(essay());
    const marker = page.locator('#fnref-roblin2018');
    const note = preview(page, 'fn-roblin2018');

    await marker.hover();
    await expect.poll(() => isShown(note)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => isShown(note)).toBe(false);

    await page.mouse.move(0, 0);
    await marker.hover();
    await expect.poll(() => isShown(note)).toBe(true);
    const box = await boxOf(note);
    await page.mouse.move(box.x + 20, box.y + 20, { steps: 10 });
    await page.keyboard.press('Escape');
    await expect.poll(() => isShown(note)).toBe(false);
  });

  test('of a second use stands at the second marker', async ({ page }) => {
    await page.goto(essay());
    const marker = page.locator('#fnref-kim2019-2');
    const note = preview(page, 'fn-kim2019');

    await marker.hover();
    await expect.poll(() => isShown(note)).toBe(true);

    const [at, box] = [await boxOf(marker), await boxOf(note)];
    expect(Math.min(Math.abs(box.y - at.bottom), Math.abs(at.y - box.bottom))).toBeLessThan(40);
  });
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  test('the first tap shows the note, the second follows the marker, one elsewhere closes it', async ({
    page,
  }) => {
    await page.goto(essay());
    const marker = page.locator('#fnref-roblin2018');
    const note = preview(page, 'fn-roblin2018');
    await marker.scrollIntoViewIfNeeded();
    const tap = async () => {
      const { x, y, width, height } = await boxOf(marker);
      await page.touchscreen.tap(x + width / 2, y + height / 2);
    };

    await tap();
    await expect.poll(() => isShown(note)).toBe(true);
    expect(new URL(page.url()).hash).toBe('');

    await page.touchscreen.tap(200, 100);
    await expect.poll(() => isShown(note)).toBe(false);

    await tap();
    await expect.poll(() => isShown(note)).toBe(true);
    await tap();
    await expect(page).toHaveURL(/#fn-roblin2018$/);
    // In the list, marked, with the way back.
    await expect(note).toBeInViewport({ ratio: 1 });
    expect(await isShown(note)).toBe(false);
    await expect(note).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await note.locator('[role="doc-backlink"]').tap();
    await expect(marker).toBeInViewport();
  });

  test('a note that was shown at its marker stands in the list when a reader scrolls there', async ({
    page,
  }) => {
    await page.goto(essay());
    const marker = page.locator('#fnref-roblin2018');
    const note = preview(page, 'fn-roblin2018');
    await marker.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await boxOf(marker);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect.poll(() => isShown(note)).toBe(true);

    await page.locator('#notes').evaluate((heading) => heading.scrollIntoView());

    await expect.poll(() => isShown(note)).toBe(false);
    await expect(note).toBeInViewport({ ratio: 1 });
  });
});

test('in print the notes are a list at the end, with their addresses and without furniture', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(essay());

  const last = await boxOf(page.locator('#p10'));
  for (const { note } of await places(page)) expect(note.top).toBeGreaterThan(last.bottom);
  await expect(page.locator('#fn-unsc1950')).toContainText('http://unscr.com/en/resolutions/84');
  for (const furniture of ['.site-header', '.site-footer', '.back-links', '.paragraph-link']) {
    await expect(page.locator(furniture).first()).toBeHidden();
  }
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
});

test('without styles every note, its marker and the way back are still there', async ({ page }) => {
  await page.goto(secondEssay());
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
  });

  const last = await boxOf(page.locator('.prose > p').last());
  for (const { note } of await places(page)) expect(note.top).toBeGreaterThan(last.y);
  await expect(page.locator('.notes ol')).toBeVisible();
});
