import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Readability } from '@mozilla/readability';
import { expect, type Page, test } from 'playwright/test';
import { essay, everyEssay } from '../support/pages.ts';

declare global {
  interface Window {
    Readability: typeof Readability;
  }
}

const { resolve } = createRequire(import.meta.url);
const script = readFileSync(resolve('@mozilla/readability/Readability.js'), 'utf8');
// Outside of a module it is a function of the page, which the policy of the page does not see.
const define = `window.Readability = (() => { ${script}; return Readability; })()`;

/** What Mozilla's Readability, of which Firefox makes its reader mode, keeps of a page, and what it was to keep. */
async function readableParts(page: Page) {
  await page.evaluate(define);
  return page.evaluate(() => {
    const words = (elements: Iterable<Element>) =>
      Array.from(elements, (element) => {
        const copy = element.cloneNode(true) as Element;
        copy.querySelector('.back-links')?.remove();
        return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
      });
    const parts = {
      paragraphs: words(document.querySelectorAll('.prose > p[id]')),
      notes: words(document.querySelectorAll('[role="doc-endnotes"] > ol > li')),
    };
    const kept = new window.Readability(document.cloneNode(true) as Document).parse();
    const text = (kept?.textContent ?? '').replace(/\s+/g, ' ');
    return { ...parts, text, byline: kept?.byline ?? undefined };
  });
}

test('the reader mode of Firefox keeps every paragraph and every note, in order', async ({
  page,
}) => {
  let long = 0;
  for (const address of everyEssay()) {
    await page.goto(address);
    const { paragraphs, notes, text } = await readableParts(page);

    // A text of less than two lines it takes for none.
    if (paragraphs.join('').length < 100) continue;
    long += 1;
    expect(notes.length).toBeGreaterThan(0);
    let end = 0;
    for (const part of [...paragraphs, ...notes]) {
      const start = text.indexOf(part, end);
      expect(start, `“${part}” of ${address}`).toBeGreaterThanOrEqual(end);
      end = start + part.length;
    }
  }
  expect(long).toBeGreaterThan(3);
});

test('it keeps a note whose anchor looks like one of furniture', async ({ page }) => {
  await page.goto(essay());
  await page.evaluate(() => {
    const items = document.querySelectorAll('[role="doc-endnotes"] > ol > li');
    // The letters that it takes for a feed, a sponsor, a menu and a banner.
    for (const [index, key] of ['larsson2010', 'sponsor1919', 'menuhin1976', 'banner'].entries())
      items[index]?.setAttribute('id', `fn-${key}`);
  });

  const { notes, text } = await readableParts(page);

  expect(notes.filter((note) => !text.includes(note))).toEqual([]);
});

test('it takes nobody for the author of an essay that names none', async ({ page }) => {
  await page.goto(essay());

  expect((await readableParts(page)).byline).toBeUndefined();
});
