import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { planSite } from '../support/fixture-sites.ts';
import { makeSite, separatePackages } from '../support/make-site.ts';
import { buildCommand, snapshot, startBuild } from '../support/run-build.ts';

/** Moves the clock of the process it is loaded into by so many milliseconds. */
const shiftedClock = `
const Real = Date;
const shift = Number(process.env.CLOCK_SHIFT);
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length === 0) super(Real.now() + shift); else super(...given); }
  static now() { return Real.now() + shift; }
};
`;

it.each([
  ['second-essay', 'npm run build', [...buildCommand, '--no-editions']],
  // A site of another name in another language.
  ['other-site', 'astro build', [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build']],
] as const)(
  'a site is the same to the byte, whatever the folder, process, clock, time zone, locale and the fonts that fontconfig knows (%s, by %s)',
  async (fixture, _name, [program, ...args]) => {
    const here = await readGoodSite(fixture);
    await using there = await makeSite(fixture);
    await separatePackages(there);
    await writeFile(join(there.root, 'shifted-clock.mjs'), shiftedClock);
    await writeFile(join(there.root, 'no-fonts.conf'), '<fontconfig></fontconfig>');

    const { status, output } = await startBuild(
      there.root,
      [program, '--import', './shifted-clock.mjs', ...args],
      {
        TZ: 'Pacific/Kiritimati',
        LC_ALL: 'ko_KR.UTF-8',
        LANG: 'ko_KR.UTF-8',
        CLOCK_SHIFT: String(400 * 86_400_000),
        FONTCONFIG_FILE: join(there.root, 'no-fonts.conf'),
      },
    ).result;

    expect(status, output).toBe(0);
    const files = await snapshot(here.dist);
    expect(Object.keys(files).length).toBeGreaterThan(15);
    expect(await snapshot(join(there.root, 'dist'))).toEqual(files);
  },
);

it('a site that is built after another one, in the same process, is as if it was alone', async () => {
  // Alone it is built above, to the same bytes.
  const { after } = await readGoodSite('other-site');
  const site = (name: string) => planSite(name).settings.site;

  expect(after).toBeDefined();
  expect(site(after ?? '').title).not.toBe(site('other-site').title);
  expect(site(after ?? '').lang).not.toBe(site('other-site').lang);
});
