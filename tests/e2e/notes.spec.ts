import { expect, type Page, test } from 'playwright/test';
import { essay, secondEssay } from '../support/pages.ts';

const markers = '[role="doc-noteref"]';
const backLinks = '[role="doc-backlink"]';

/** The target of the page's address, as the browser sees it. */
const target = (page: Page) => page.locator(':target');

/** Waits until the page has gone to an anchor, which is on the screen then. */
async function expectAt(page: Page, id: string): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const element = document.querySelector(':target');
      const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
      return { id: element?.id, isOnScreen: bottom >= 0 && top < innerHeight };
    });
  await expect.poll(look, { intervals: [10] }).toEqual({ id, isOnScreen: true });
}

/** Every marker with the note it means, and every back-link with its marker, from the page itself. */
async function links(page: Page, selector: string) {
  return page.locator(selector).evaluateAll((nodes) =>
    nodes.map((node) => ({
      id: node.id,
      href: decodeURIComponent((node as HTMLAnchorElement).hash.slice(1)),
      number: node.textContent,
    })),
  );
}

/** Gives the focus to one of all markers and back-links. */
function focus(page: Page, index: number): Promise<void> {
  return page.evaluate(
    ([selector, index]) => document.querySelectorAll<HTMLElement>(selector)[index]?.focus(),
    [`${markers}, ${backLinks}`, index] as const,
  );
}

/** Presses Tab from the top of the page to a link to `end`, or to the end of the page; says where every stop leads. */
async function tabThrough(page: Page, end?: string): Promise<string[]> {
  const anchors: string[] = [];
  while (end === undefined || anchors.at(-1) !== end) {
    await page.keyboard.press('Tab');
    const hash = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === document.body) return undefined;
      return activeElement instanceof HTMLAnchorElement ? activeElement.hash : '';
    });
    if (hash === undefined) return anchors;
    anchors.push(decodeURIComponent(hash.slice(1)));
  }
  return anchors;
}

// With JavaScript in both: it finds notes by their names.
for (const [name, address, scripts] of [
  ['the essay', essay, [true, false]],
  ['an essay with every kind of note', secondEssay, [true]],
] as const) {
  for (const javaScriptEnabled of scripts) {
    test.describe(`in ${name}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('every marker reaches its note and every back-link its marker by mouse', async ({
        page,
      }) => {
        await page.goto(address());
        const all = await links(page, markers);
        expect(all.length).toBeGreaterThan(9);

        for (const { id, href, number } of all) {
          await page.locator(`[id="${id}"]`).click();
          await expectAt(page, href);
          await expect(target(page).locator(`> [id="fn-${number}"]`)).toHaveCount(1);

          const back = target(page).locator(
            `a[href="#${encodeURIComponent(id).replaceAll('%3A', ':')}"]`,
          );
          await back.click();
          await expectAt(page, id);
        }
      });

      test('every marker and back-link is reached and followed by keyboard', async ({ page }) => {
        await page.goto(address());
        const all = await links(page, `${markers}, ${backLinks}`);

        const stops = await tabThrough(page);

        for (const [index, { href }] of all.entries()) {
          expect(stops, 'the stops of the keyboard').toContain(href);
          await focus(page, index);
          await page.keyboard.press('Enter');
          await expectAt(page, href);
        }
      });
    });
  }
}

test('the plain number of a note leads to it, and marks it', async ({ page }) => {
  await page.goto(`${essay()}#fn-2`);
  const note = page.locator('#fn-roblin2018');

  await expect(note).toBeInViewport();
  const box = (id: string) => page.locator(`#${id} > p`);
  await expect(box('fn-roblin2018')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(box('fn-kim2019')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('a link to a note with a name in Unicode leads to it', async ({ page }) => {
  await page.goto(`${secondEssay()}#fn-müller2020-p12`);

  await expect(target(page)).toContainText('p. 12');
});

test('a marker is named by its note and a back-link by the use it returns to', async ({ page }) => {
  await page.goto(essay());

  for (const marker of await page.locator('[role="doc-noteref"][href="#fn-kim2019"]').all()) {
    await expect(marker).toHaveAccessibleName('Note 3');
  }
  const backToSecondUse = page.locator(
    '#fn-kim2019 [role="doc-backlink"][href="#fnref-kim2019-2"]',
  );
  await expect(backToSecondUse).toHaveAccessibleName('Back to the text, use b, paragraph 4');
});

test('markers and back-links are big enough to touch', async ({ page }) => {
  await page.goto(secondEssay());
  const sizes = await page.locator(`${markers}, ${backLinks}`).evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const own = node.getBoundingClientRect();
      const after = getComputedStyle(node, '::after');
      const hasArea = after.content !== 'none';
      return hasArea
        ? [Number.parseFloat(after.inlineSize), Number.parseFloat(after.blockSize)]
        : [own.width, own.height];
    }),
  );

  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
});

test('no back-link stands in the 24 px of another', async ({ page }) => {
  for (const address of [essay(), secondEssay()]) {
    await page.goto(address);
    const distances = await page.locator(backLinks).evaluateAll((links) => {
      const centers = links.map((link) => {
        const { left, right, top, bottom } = link.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      });
      return centers.flatMap(({ x, y }, index) =>
        centers
          .slice(index + 1)
          .map((other) => Math.max(Math.abs(other.x - x), Math.abs(other.y - y))),
      );
    });

    expect(distances.length).toBeGreaterThan(0);
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(24);
  }
});

test('nothing in a note is read out but its words and its links', async ({ page }) => {
  await page.goto(essay());
  const arrows = await page.locator('.back-links').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const open = [...element.childNodes].filter(
        (node) => !(node instanceof Element && node.matches('a[aria-label], [aria-hidden]')),
      );
      return open.filter(({ textContent }) => textContent?.trim()).map(String);
    }),
  );

  expect(arrows).toEqual([]);
});

test('Tab reaches the link to a paragraph after the links in it', async ({ page }) => {
  await page.goto(essay());
  const stops = await tabThrough(page, 'p1');

  const ofFirst = ['fn-unsc1950', 'fn-roblin2018', 'p1'].map((anchor) => stops.indexOf(anchor));
  expect(ofFirst).toEqual([...ofFirst].sort((a, b) => a - b));
  expect(Math.min(...ofFirst)).toBeGreaterThanOrEqual(0);
});

test('the number of a paragraph stands on its first line', async ({ page }) => {
  await page.goto(essay());
  const number = await page.locator('#p1 .paragraph-link').boundingBox();
  const paragraph = await page.locator('#p1').boundingBox();

  expect(Math.abs((number?.y ?? 0) - (paragraph?.y ?? 0))).toBeLessThan(3);
  expect((number?.x ?? 0) + (number?.width ?? 0)).toBeLessThanOrEqual((paragraph?.x ?? 0) + 1);
});

test('a paragraph that a link leads to has a rule beside it, below its number', async ({
  page,
}) => {
  const ruleOf = (anchor: string) =>
    page.locator(anchor).evaluate((paragraph) => {
      const { content, height } = getComputedStyle(paragraph, '::before');
      return content === 'none' ? 0 : Math.round(Number.parseFloat(height));
    });
  await page.goto(`${essay()}#p2`);

  const { height = 0 } = (await page.locator('#p2').boundingBox()) ?? {};
  expect(await ruleOf('#p2')).toBeGreaterThan(height * 0.7);
  expect(await ruleOf('#p1')).toBe(0);
});

test('the ring of a marker with the focus leaves the full stop before it free', async ({
  page,
}) => {
  await page.goto(essay());
  const marker = page.locator('#fnref-unsc1950');
  await page.keyboard.press('Tab');
  await marker.focus();

  const [ring, stop] = await marker.evaluate((link) => {
    const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(link);
    const range = document.createRange();
    const before = link.parentElement?.previousSibling;
    if (before) range.selectNodeContents(before);
    const outside = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    const left = link.getBoundingClientRect().left - outside;
    return [outlineStyle === 'none' ? 0 : left, [...range.getClientRects()].at(-1)?.right ?? 0];
  });

  // A full stop has more than a pixel of air at its side.
  expect(ring).toBeGreaterThan(stop - 1.5);
});

test('no two links to files have the same name', async ({ page }) => {
  await page.goto(essay());
  const files = page.locator('.cite').getByRole('link');
  const names = await Promise.all(
    (await files.all()).map(async (link) => {
      return (await link.getAttribute('aria-label')) ?? (await link.textContent());
    }),
  );

  expect(names).toContain('BibTeX: Its sources');
  expect(new Set(names).size).toBe(names.length);
});

test('a marker does not open the line it stands on', async ({ page }) => {
  await page.goto(essay());
  const gaps = await page.locator('#p1').evaluate((paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    range.setEndBefore(paragraph.querySelector('.paragraph-link') ?? paragraph);
    const tops = [...range.getClientRects()]
      .filter(({ height }) => height > 20)
      .map(({ top }) => Math.round(top));
    const lines = [...new Set(tops)].sort((a, b) => a - b);
    return lines.slice(1).map((top, index) => top - (lines[index] ?? 0));
  });

  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
});
