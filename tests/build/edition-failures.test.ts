import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { makeSite, separatePackages, type TestSite } from '../support/make-site.ts';
import { readPage } from '../support/read-page.ts';

const folder = '2019/09/north-korea-and-russian-relations';

let site: TestSite;

beforeAll(async () => {
  site = await makeSite();
  await separatePackages(site, 'pandoc-wasm');
});

afterAll(() => site[Symbol.asyncDispose]());

describe('a build whose edition tool is missing', () => {
  it('says so, and publishes nothing', async () => {
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
    expect(await site.run('build', '--no-editions')).toMatchObject({ status: 0 });

    const page = await readPage(site.root, `${folder}/index.html`);
    expect(page.all('.downloads')).toEqual([]);
    const names = await readdir(join(site.root, 'dist', folder));
    expect(names.filter((name) => /\.(?:pdf|epub|docx|xml)\b/.test(name))).toEqual([]);
    expect((await listFiles(join(site.root, 'dist'))).join()).not.toContain('editions');
  });
});
