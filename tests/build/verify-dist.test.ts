import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { makeSite, type TestSite } from '../support/make-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await makeSite();
  const { dist } = await readGoodSite('published-essay');
  await cp(dist, join(site.root, 'dist'), { recursive: true });
});

afterAll(() => site[Symbol.asyncDispose]());

describe('`npm run verify-dist`', () => {
  it('finds what was built in a copy of it', async () => {
    await cp(join(site.root, 'dist'), join(site.root, 'copy'), { recursive: true });

    const { status, output } = await site.run('verify-dist', 'copy');

    expect(output).toMatch(/^copy has all \d+ files as they were built\.\n$/);
    expect(status).toBe(0);
  });

  it('names every file that is missing, different or additional', async () => {
    const copy = join(site.root, 'bad-copy');
    await cp(join(site.root, 'dist'), copy, { recursive: true });
    await rm(join(copy, 'favicon.svg'));
    await appendFile(join(copy, '2019/index.html'), ' ');
    await writeFile(join(copy, 'more.html'), 'more');

    const { status, output } = await site.run('verify-dist', 'bad-copy');

    expect(output).toMatch(
      /^missing {5}favicon\.svg\ndifferent {3}2019\/index\.html\nadditional {2}more\.html\n\nbad-copy is not what was built: \d+ files are, 3 are not\.\n$/,
    );
    expect(status).toBe(1);
  });

  it('says when there is nothing to read, or nothing to compare with', async () => {
    expect((await site.run('verify-dist')).status).toBe(2);
    expect((await site.run('verify-dist', 'http://127.0.0.1:1/')).output).toContain(
      'http://127.0.0.1:1/ cannot be read',
    );
    await using fresh = await makeSite();

    const { status, output } = await fresh.run('verify-dist', 'dist');

    expect(status).toBe(1);
    expect(output).toContain('npm run build makes it');
  });
});
