/** Astro by itself, as hosts call it. That it publishes the same bytes as `npm run build` is in reproducible.test.ts. */
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

  const { status, output } = await site.run('astro', 'build', '--silent');

  expect(status).toBe(1);
  expect(output).toContain(await readFile(join(fixtures, fault, 'expected.txt'), 'utf8'));
  expect(output).toBe(await readFile(join(fixtures, fault, 'expected.txt'), 'utf8'));
  expect(await readdir(join(site.root, 'dist'))).toEqual(['index.html']);
  expect(await leftovers(site.root)).toEqual([]);
});
