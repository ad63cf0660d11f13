import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { planSite } from '../support/fixture-sites.ts';
import { makeSite, separatePackages } from '../support/make-site.ts';
import { snapshot, startBuildElsewhere } from '../support/run-build.ts';

// What `npm run build` makes elsewhere is compared in next-build.test.ts, where a build has to end well anyway.
it('a site is the same to the byte, whatever the folder, process, clock, time zone, locale and the fonts that fontconfig knows, by `astro build`', async () => {
  // A site of another name in another language, with its editions.
  const fixture = 'other-site';
  const here = await readGoodSite(fixture);
  await using there = await makeSite(fixture);
  await separatePackages(there);

  const build = await startBuildElsewhere(there, [
    process.execPath,
    'node_modules/astro/bin/astro.mjs',
    'build',
  ]);
  const { status, output } = await build.result;

  expect(status, output).toBe(0);
  const files = await snapshot(here.dist);
  expect(Object.keys(files).length).toBeGreaterThan(15);
  expect(await snapshot(join(there.root, 'dist'))).toEqual(files);
});

it('a site that is built after another one, in the same process, is as if it was alone', async () => {
  // Alone it is built above, to the same bytes.
  const { after } = await readGoodSite('other-site');
  const site = (name: string) => planSite(name).settings.site;

  expect(after).toBeDefined();
  expect(site(after ?? '').title).not.toBe(site('other-site').title);
  expect(site(after ?? '').lang).not.toBe(site('other-site').lang);
});
