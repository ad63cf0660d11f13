import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { makeSite, project, type TestSite } from '../support/make-site.ts';
import { readPage } from '../support/read-page.ts';

const folder = '2019/09/north-korea-and-russian-relations';

/** Packages as they are, but for one that is missing; and no editions made before. */
async function takeAway(site: TestSite, name: string): Promise<void> {
  const packages = join(site.root, 'node_modules');
  await rm(packages);
  await mkdir(packages);
  for (const each of await readdir(join(project, 'node_modules'))) {
    if (each === name || each === '.cache') continue;
    await symlink(join(project, 'node_modules', each), join(packages, each), 'junction');
  }
}

describe('a build whose edition tool is missing', () => {
  it('says so, and publishes nothing', async () => {
    await using site = await makeSite();
    await takeAway(site, 'pandoc-wasm');
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

  it('can do without editions, and then offers none', async () => {
    await using site = await makeSite();
    await takeAway(site, 'pandoc-wasm');

    expect(await site.run('build', '--no-editions')).toMatchObject({ status: 0 });

    const page = await readPage(site.root, `${folder}/index.html`);
    expect(page.all('.downloads')).toEqual([]);
    const names = await readdir(join(site.root, 'dist', folder));
    expect(names.filter((name) => /\.(?:pdf|epub|docx|xml)\b/.test(name))).toEqual([]);
    expect((await listFiles(join(site.root, 'dist'))).join()).not.toContain('editions');
  });
});
