/** Pictures with odd names and in odd places, and files that are published as they are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';

let site: BuiltSite;
let far: BuiltPage;
let spaces: BuiltPage;

beforeAll(async () => {
  site = await readGoodSite('odd-files');
  far = await readPage(site.root, '2015/01/far/index.html');
  spaces = await readPage(site.root, '2015/01/spaces/index.html');
});

/** Paths from the top of the site. */
const linked = (page: string, hrefs: readonly unknown[]) =>
  hrefs.map((href) => {
    const { pathname } = new URL(String(href), `https://essays.example/${page}`);
    return decodeURI(pathname).slice(1);
  });

it('a picture whose name has spaces and brackets is shown', () => {
  const [picture = ''] = linked('2015/01/spaces/', spaces.attributes('.prose img', 'src'));

  expect(spaces.attributes('.prose img', 'alt')).toEqual(['A photo.']);
  expect(picture).toMatch(/^_astro\/my photo \(1\)\./);
  expect(site.files).toContain(picture);
});

it('a picture that lies in another folder is shown', () => {
  const [picture = ''] = linked('2015/01/far/', far.attributes('.prose img', 'src'));

  expect(picture).toMatch(/^_astro\/map\./);
  expect(site.files).toContain(picture);
});

it('what lies in public/ is published as it is, beside an essay, too, and can be linked to', async () => {
  const targets = linked('2015/01/far/index.html', far.attributes('#p1 a:not([class])', 'href'));

  expect(targets).toEqual(['paper.txt', '2015/01/far/data.csv']);
  expect(await readFile(join(site.dist, 'paper.txt'), 'utf8')).toBe('A paper.\n');
  expect(await readFile(join(site.dist, '2015/01/far/data.csv'), 'utf8')).toBe('a,b\n');
});
