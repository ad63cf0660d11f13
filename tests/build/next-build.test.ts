/**
 * `npm run build --json --no-editions`, whole, where a killed build has left its own, and what makes editions is missing:
 * one build in a process of its own shows it all.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { lockName } from '../../src/publishing/swap-site.ts';
import { readGoodSite } from '../support/built-site.ts';
import {
  makeSite,
  type ScriptResult,
  separatePackages,
  type TestSite,
} from '../support/make-site.ts';
import { readEvents } from '../support/read-events.ts';
import { readPage } from '../support/read-page.ts';
import {
  buildCommand,
  holdBuild,
  leftovers,
  snapshot,
  startBuild,
  startBuildElsewhere,
} from '../support/run-build.ts';

const fixture = 'second-essay';
const plainBuild = [...buildCommand, '--no-editions'];

let site: TestSite;
let dist: string;
/** What a build said that began beside another one, and what there was of that one afterwards. */
let refused: ScriptResult;
let left: readonly string[];
let heldBy: number | undefined;
/** When that one had been killed. */
let next: ScriptResult;

beforeAll(async () => {
  site = await makeSite(fixture);
  // Nothing that an earlier build has kept gets into it.
  await separatePackages(site, 'pandoc-wasm');
  dist = join(site.root, 'dist');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), 'the last good site');
  const held = await holdBuild(site.root);
  refused = await startBuild(site.root, plainBuild).result;
  left = await leftovers(site.root);
  heldBy = held.child.pid;
  held.child.kill('SIGKILL');
  await held.result;
  // To the same bytes elsewhere, too.
  next = await (await startBuildElsewhere(site, [...plainBuild, '--json'])).result;
});

afterAll(() => site[Symbol.asyncDispose]());

it('a build beside another one is refused, and leaves that alone', () => {
  expect(refused).toEqual({
    status: 1,
    output: `Checking the content …\nAnother build of this site is under way (process ${heldBy}). Let it end first.\n\nNothing was published: dist/ is as it was.\n`,
  });
  expect(left.toSorted()).toEqual([lockName, `.dist-next-${heldBy}`].toSorted());
});

describe('the next build', () => {
  it('is as if nothing was', async () => {
    expect(next).toMatchObject({ status: 0 });
    const undisturbed = await readGoodSite(fixture);
    const files = await snapshot(undisturbed.dist);
    expect(Object.keys(files).length).toBeGreaterThan(15);
    expect(await snapshot(dist)).toEqual(files);
    expect(await leftovers(site.root)).toEqual([]);
  });

  it('does nothing for the toolbar of `astro dev`', async () => {
    // Where Vite would put what it bundles for that.
    const { root } = await readGoodSite(fixture);
    expect(await readdir(join(root, 'node_modules'))).toEqual(['.cache']);
  });

  it('tells machines how far it is and how it ended, one event a line', () => {
    const { output } = next;

    expect(output.split('\n').filter((line) => !/^\{.*\}$|^$/.test(line))).toEqual([]);
    const events = readEvents(output);
    expect(events[0]).toEqual({ event: 'progress', step: 'check', done: 0, of: 0 });
    expect(events).toContainEqual({ event: 'progress', step: 'text', done: 1, of: 1 });
    expect(events).toContainEqual({ event: 'progress', step: 'page', done: 1, of: 1 });
    expect(events.at(-1)).toEqual({ event: 'end', published: true, seconds: expect.any(Number) });
  });

  it('can do without editions, and then offers none', async () => {
    const folder = '2026/11/a-second-essay';

    const page = await readPage(site.root, `${folder}/index.html`);

    expect(page.all('.downloads')).toEqual([]);
    const names = await readdir(join(dist, folder));
    expect(names.filter((name) => /\.(?:pdf|epub|docx|xml)\b/.test(name))).toEqual([]);
    expect((await listFiles(dist)).join()).not.toContain('editions');
  });
});
