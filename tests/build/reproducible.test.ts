import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeSite } from '../support/make-site.ts';
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

it.each([undefined, 'linked-essays'])(
  'two builds are the same to the byte, whatever the folder, clock, time zone, locale and the fonts that fontconfig knows (%s)',
  async (fixture) => {
    await using first = await makeSite(fixture);
    await using second = await makeSite(fixture);
    await writeFile(join(second.root, 'shifted-clock.mjs'), shiftedClock);
    await writeFile(join(second.root, 'no-fonts.conf'), '<fontconfig></fontconfig>');
    await rm(join(second.root, '.astro'), { recursive: true, force: true });
    const [program = '', ...args] = buildCommand;

    const here = await startBuild(first.root, buildCommand, {
      TZ: 'UTC',
      LC_ALL: 'C',
      LANG: 'C',
    }).result;
    const there = await startBuild(
      second.root,
      [program, '--import', './shifted-clock.mjs', ...args],
      {
        TZ: 'Pacific/Kiritimati',
        LC_ALL: 'ko_KR.UTF-8',
        LANG: 'ko_KR.UTF-8',
        CLOCK_SHIFT: String(400 * 86_400_000),
        FONTCONFIG_FILE: join(second.root, 'no-fonts.conf'),
      },
    ).result;

    expect([here.status, there.status], here.output + there.output).toEqual([0, 0]);
    const files = await snapshot(join(first.root, 'dist'));
    expect(Object.keys(files).length).toBeGreaterThan(15);
    expect(await snapshot(join(second.root, 'dist'))).toEqual(files);
  },
);
