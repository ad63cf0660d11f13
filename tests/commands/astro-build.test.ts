/**
 * Astro by itself, as hosts call it. That it publishes the same bytes as `npm run build` is in
 * build/reproducible.test.ts.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixtures } from '../support/fixture-sites.ts';
import { makeSite } from '../support/make-site.ts';
import { leftovers } from '../support/run-build.ts';

it('`astro build` fails with the report of `npm run build`, and leaves the last good site', async () => {
  const fault = 'faults/unknown-key';
  await using site = await makeSite(fault);
  await mkdir(join(site.root, 'dist'));
  await writeFile(join(site.root, 'dist/index.html'), 'the last good site');

  const report = await readFile(join(fixtures, fault, 'expected.txt'), 'utf8');
  const [problems = '', last = ''] = report.split('\n\nNothing');

  const { status, output } = await site.run('astro', 'build');

  expect(status).toBe(1);
  // Astro has lines of its own around ours.
  expect(output).toContain(problems);
  expect(output).toContain(`Nothing${last}`);
  expect(await readdir(join(site.root, 'dist'))).toEqual(['index.html']);
  expect(await leftovers(site.root)).toEqual([]);
});
