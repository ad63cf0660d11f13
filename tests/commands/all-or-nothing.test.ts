/**
 * Real builds that are disturbed. By what rules the last good site stays, also when a build is killed, and what else a
 * disk may refuse, is in exchange.test.ts.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSite, separatePackages, startScript, type TestSite } from '../support/make-site.ts';
import { readEvents } from '../support/read-events.ts';
import { buildCommand, leftovers, snapshot, startBuild, untilBuilt } from '../support/run-build.ts';

// Nothing here depends on essays and their editions, which are the dearest part of a build.
const fixture = 'no-essays';
const plainBuild = [...buildCommand, '--no-editions'];

let site: TestSite;
let dist: string;
let good: Record<string, string>;

beforeAll(async () => {
  site = await makeSite(fixture);
  // Nothing that an earlier build has kept gets into it.
  await separatePackages(site);
  dist = join(site.root, 'dist');
});

beforeEach(async () => {
  await rm(dist, { recursive: true, force: true });
  await mkdir(join(dist, '2019'), { recursive: true });
  for (const page of ['index.html', '2019/index.html']) {
    await writeFile(join(dist, page), 'the last good site');
  }
  good = await snapshot(dist);
});

afterAll(() => site[Symbol.asyncDispose]());

describe('the last good site', () => {
  it('stays when a build is told to end, which leaves nothing else', async () => {
    const { child, result } = startBuild(site.root, plainBuild);
    await untilBuilt(site.root);
    child.kill('SIGTERM');
    const { status, output } = await result;

    expect(status).toBe(143);
    expect(output).toContain('Interrupted: dist/ is as it was.');
    expect(await snapshot(dist)).toEqual(good);
    expect(await leftovers(site.root)).toEqual([]);
  });

  it('comes back for `npm run preview`, and Ctrl-C leaves nothing of that behind', async () => {
    const before = await readdir(site.root);
    await rename(dist, join(site.root, '.dist-previous'));

    const preview = await startScript(site, 'preview');
    const page = await fetch(`${preview.address}2019/index.html`);
    await preview.interrupt();

    expect(page.status).toBe(200);
    expect(await snapshot(dist)).toEqual(good);
    expect(await readdir(site.root)).toEqual(before);
    expect(preview.isRunning()).toBe(false);
  });

  it('stays when a file may not grow as big as it must, and a build tells machines what was wrong and how it ended', async () => {
    const limited = ['bash', '-c', 'ulimit -f 12; exec "$@" --json', 'bash', ...plainBuild];
    const { status, output } = await startBuild(site.root, limited).result;

    expect(status).toBe(1);
    expect(output).toContain('a file is bigger than the system allows');
    expect(output).toContain('Nothing was published: dist/ is as it was.');
    const events = readEvents(output);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'problem', rule: 'source-is-cited' }),
    );
    expect(events.at(-1)).toMatchObject({ event: 'end', published: false });
    expect(await snapshot(dist)).toEqual(good);
    expect(await leftovers(site.root)).toEqual([]);
  });
});
