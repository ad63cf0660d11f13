import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import {
  essay,
  everyField,
  kitchenSink,
  languagesSite,
  publishedSite,
  rightToLeft,
} from '../support/pages.ts';

for (const [address, width, selector] of [
  [essay, 320, '.imprint'],
  [everyField, 240, '.keywords'],
] as const) {
  test(`a dot stands between two facts of a line, and at no end of one: ${selector}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address());

    const dots = await page.locator(`${selector} .divider`).evaluateAll((dividers) =>
      dividers.map((divider) => {
        const own = divider.parentElement?.getBoundingClientRect();
        const before = divider.parentElement?.previousElementSibling?.getBoundingClientRect();
        const { left, right } = divider.getBoundingClientRect();
        const line = divider.closest('p');
        const isInside = (left + right) / 2 > (line?.getBoundingClientRect().left ?? 0);
        return {
          isBetween: own?.top === before?.top,
          isSeen: isInside || (line !== null && getComputedStyle(line).overflowX !== 'clip'),
        };
      }),
    );

    expect(dots).toEqual([
      { isBetween: true, isSeen: true },
      { isBetween: false, isSeen: false },
    ]);
  });
}

test('no rule is above the title before it has gone, with forced colours, too', async ({
  browser,
}) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(essay());
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
  } = (await page.locator('.site-header').boundingBox()) ?? {};

  const strip = await page.screenshot({ clip: { x, y: y + height - 4, width, height: 8 } });

  const { channels } = await sharp(strip).stats();
  expect(channels.slice(0, 3).map(({ min, max }) => max - min)).toEqual([0, 0, 0]);
  await context.close();
});

test('on paper, notes and what stands below the text are not underlined', async ({ page }) => {
  await page.goto(essay());
  await page.emulateMedia({ media: 'print' });

  const lines = await page
    .locator(':is(.notes, .apparatus) a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).textDecorationLine));

  expect(new Set(lines)).toEqual(new Set(['none']));
});

test('heads of a table stand on their rule, however many lines others have', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(kitchenSink());

  const bottoms = await page.locator('.prose th').evaluateAll((heads) =>
    heads.map((head) => {
      const range = document.createRange();
      range.selectNodeContents(head);
      return Math.round(range.getBoundingClientRect().bottom);
    }),
  );

  expect(new Set(bottoms).size).toBe(1);
});

test('the arrow keeps its distance, of one way back or of several', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(essay());
  const gapOf = (note: string) =>
    page.locator(`#${note} .back-links`).evaluate((links) => {
      const arrow = document.createRange();
      const text = document.createTreeWalker(links, NodeFilter.SHOW_TEXT);
      while (text.nextNode()) {
        const at = text.currentNode.nodeValue?.indexOf('↩') ?? -1;
        if (at < 0) continue;
        arrow.setStart(text.currentNode, at);
        arrow.setEnd(text.currentNode, at + 1);
      }
      const copy = links.querySelector('.archived')?.getBoundingClientRect();
      return Math.round(arrow.getBoundingClientRect().left - (copy?.right ?? 0));
    });

  expect(await gapOf('fn-kim2019')).toBe(await gapOf('fn-lee2018'));
});

test('no face that stands in for another is looked for to draw the arrow', async ({ page }) => {
  await page.goto(essay());

  const faces = await page
    .locator('[role="doc-backlink"], .back-links > [aria-hidden]')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).fontFamily));

  expect(faces.length).toBeGreaterThan(0);
  expect(faces.join()).not.toMatch(/Noto|DejaVu/);
});

for (const width of [320, 1440]) {
  test(`from right to left, the ways back leave the edge of a note even at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(rightToLeft());

    const { edges, arrow } = await page.locator('#fn-müller2020 > p').evaluate((note) => {
      const range = document.createRange();
      range.selectNodeContents(note);
      range.setEndBefore(note.querySelector('.back-links') ?? note);
      const lines = new Map<number, number>();
      for (const { bottom, right } of range.getClientRects())
        lines.set(Math.round(bottom), Math.max(lines.get(Math.round(bottom)) ?? 0, right));
      return {
        edges: [...lines.values()].map(Math.round),
        arrow: note.querySelector('[role="doc-backlink"]')?.getBoundingClientRect().right ?? 0,
      };
    });

    expect(edges.length).toBeGreaterThan(1);
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThanOrEqual(1);
    expect(arrow).toBeLessThan(Math.min(...edges));
  });
}

test('letters that are joined are not pushed together in a title, and its lines have room', async ({
  page,
}) => {
  for (const address of [rightToLeft(), languagesSite('2021/03/강/')]) {
    await page.goto(address);
    const { leading, spacing } = await page.locator('.page-title').evaluate((title) => {
      const { fontSize, letterSpacing, lineHeight } = getComputedStyle(title);
      return { leading: parseFloat(lineHeight) / parseFloat(fontSize), spacing: letterSpacing };
    });

    expect(leading).toBeGreaterThanOrEqual(1.25);
    expect(spacing).toBe('normal');
  }
});

test('several ways back stand as far from each other as the first one from the arrow', async ({
  page,
}) => {
  await page.goto(essay());

  const gaps = await page.locator('#fn-kim2019 .back-links').evaluate((links) => {
    const boxes = [...links.children].slice(-3).map((child) => child.getBoundingClientRect());
    return boxes.slice(1).map(({ left }, index) => left - (boxes[index]?.right ?? 0));
  });

  expect(gaps).toHaveLength(2);
  expect(Math.abs((gaps[0] ?? 0) - (gaps[1] ?? 9))).toBeLessThan(1);
});

test('on paper, nothing of a table or of code is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(kitchenSink());
  await page.emulateMedia({ media: 'print' });

  const blocks = await page.locator('.wide').evaluateAll((wide) =>
    wide.map((block) => ({
      overflow: getComputedStyle(block).overflowX,
      isCode: block.tagName === 'PRE',
      isTooWide: block.scrollWidth > block.clientWidth,
    })),
  );

  expect(blocks.map(({ overflow }) => overflow)).toEqual(['visible', 'visible']);
  expect(blocks.filter(({ isCode }) => isCode).map(({ isTooWide }) => isTooWide)).toEqual([false]);
});

test('with forced colours, too, a shadow tells that a table goes on', async ({ browser }) => {
  const context = await browser.newContext({
    forcedColors: 'active',
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(kitchenSink());
  const code = page.locator('pre.wide');
  await code.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0 } = (await code.boundingBox()) ?? {};

  // Above the letters.
  const strip = await page.screenshot({ clip: { x: x + width - 12, y, width: 12, height: 3 } });

  const { channels } = await sharp(strip).stats();
  expect((channels[0]?.max ?? 0) - (channels[0]?.min ?? 0)).toBeGreaterThan(20);
  await context.close();
});

test('no page has a link to itself at its foot', async ({ page }) => {
  for (const address of [publishedSite(), publishedSite('sources/'), publishedSite('2019/')]) {
    await page.goto(address);

    const links = await page
      .locator('.site-footer a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));

    expect(links.length).toBeGreaterThan(0);
    expect(links).not.toContain('index.html');
  }
});
