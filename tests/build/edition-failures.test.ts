import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeSite, separatePackages } from '../support/make-site.ts';

// That it can do without editions then is in next-build.test.ts.
it('a build whose edition tool is missing says so, and publishes nothing', async () => {
  await using site = await makeSite();
  await separatePackages(site, 'pandoc-wasm');
  await mkdir(join(site.root, 'dist'));
  await writeFile(join(site.root, 'dist/index.html'), 'the last good site');

  const { status, output } = await site.run('build');

  expect(status).toBe(1);
  expect(output).toContain(
    'The editions of “North Korea and Russian Relations” could not be made.',
  );
  expect(output).toContain("Cannot find package 'pandoc-wasm'");
  expect(output).toContain('npm run build -- --no-editions builds the site without editions.');
  expect(await readdir(join(site.root, 'dist'))).toEqual(['index.html']);
  expect(await readFile(join(site.root, 'dist/index.html'), 'utf8')).toBe('the last good site');
});
