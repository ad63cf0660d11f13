import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';

let site: BuiltSite;
let page: BuiltPage;
let rightToLeft: BuiltPage;

beforeAll(async () => {
  site = await readGoodSite('kitchen-sink');
  page = await readPage(site.root, '2026/10/every-element/index.html');
  rightToLeft = await readPage(site.root, '2026/09/from-right-to-left/index.html');
});

describe('an essay with every element', () => {
  it('shows its lead picture in modern formats, with its size, words and credit', async () => {
    expect(page.attributes('.lead source', 'type')).toEqual(['image/avif', 'image/webp']);
    expect(page.attributes('.lead img', 'alt')).toEqual(['A brown band between two green fields.']);
    expect(page.attributes('.lead img', 'width')).toEqual([1600]);
    expect(page.texts('.lead figcaption')).toEqual([
      'The lead picture of this essay is an image file. Drawn for this test.',
    ]);
    const assets = await readdir(join(site.dist, '_astro'));
    expect(assets.some((name) => name.endsWith('.avif'))).toBe(true);
  });

  it('makes a figure of a picture alone, which is no paragraph', () => {
    expect(page.texts('.prose figure > figcaption')).toEqual(['The river between its banks.']);
    expect(page.attributes('.prose figure img', 'title')).toEqual([undefined]);
    expect(page.texts('#p3')).toEqual([expect.stringContaining('A paragraph after the break.')]);
  });

  it('lists its headings, each linked to its anchor', () => {
    expect(page.texts('.contents a')).toEqual(['Pictures', 'Tables and code', 'A deeper heading']);
    expect(page.attributes('.contents a', 'href')).toEqual([
      '#pictures',
      '#tables-and-code',
      '#a-deeper-heading',
    ]);
    for (const anchor of ['pictures', 'tables-and-code', 'a-deeper-heading']) {
      expect(page.all(`#${anchor}`)).toHaveLength(1);
    }
  });

  it('lets a wide table and long code be scrolled by keyboard', () => {
    expect(page.attributes('.prose .wide', 'tabIndex')).toEqual([0, 0]);
    expect(page.all('.prose .wide > table')).toHaveLength(1);
  });

  it('leads to the essay before it, and that one back', () => {
    expect(page.attributes('.neighbors a', 'rel')).toEqual([['prev']]);
    expect(rightToLeft.attributes('.neighbors a', 'rel')).toEqual([['next']]);
  });
});

describe('an essay from right to left', () => {
  it('says so, and sets the words of the style apart', () => {
    expect(rightToLeft.attributes('html', 'dir')).toEqual(['rtl']);
    expect(rightToLeft.attributes('.imprint', 'dir')).toEqual([undefined]);
    expect(rightToLeft.attributes('.notes > ol > li > *', 'dir')).toEqual(['ltr', 'ltr']);
  });
});
