import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { makeSite, type TestSite } from '../support/make-site.ts';
import { readPage } from '../support/read-page.ts';

let site: TestSite;

beforeAll(async () => {
  site = await makeSite('drafts');
});

afterAll(() => site[Symbol.asyncDispose]());

const essay = (name: string, { root } = site) => join(root, 'content/essays', name);

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

/** Files of the built site that have a word of a draft in them or in their names. */
async function traces(): Promise<string[]> {
  const dist = join(site.root, 'dist');
  const files = await listFiles(dist);
  const found = await Promise.all(
    files.map(async (file) => {
      const name = relative(dist, file);
      const text = name + (await readFile(file)).toString('latin1');
      return /Zwischenstand|unfinished|faulty|two2020/.test(text) ? [name] : [];
    }),
  );
  return found.flat();
}

describe('a site with drafts', () => {
  it('is built without a trace of them, whatever is wrong with them', async () => {
    const { status, output } = await site.run('build', '--strict', '--uncompressed');

    expect(status).toBe(0);
    expect(output).not.toMatch(/unfinished|faulty|source-is-cited/);
    expect((await readPage(site.root, 'index.html')).texts('.essay-list h2')).toEqual([
      'What Is Published',
    ]);
    expect(existsSync(join(site.root, 'dist/2026/10/published/published.pdf'))).toBe(true);
    expect(await traces()).toEqual([]);
  });

  it('is checked with them, and their problems stand in the way of nothing', async () => {
    const { status, output } = await site.run('check', '--strict');
    const data = JSON.parse((await site.run('check', '--format', 'json')).output);

    expect(status).toBe(0);
    expect(output).toContain('content/essays/faulty.mdx:2:1  draft  front-matter-is-valid');
    expect(output).toContain('Did you mean “title”?');
    expect(output).toContain('content/essays/faulty.mdx:7:66  draft  essay-parses');
    expect(output).toContain('3 in drafts, which stop no build');
    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({ severity: 'warning', draft: true });
  });

  it('publishes a draft that is finished, and takes it back', async () => {
    const address = join(site.root, 'dist/2026/11/unfinished/index.html');
    await edit(essay('unfinished.mdx'), 'draft: true', 'draft: false');

    expect(await site.run('build', '--no-editions')).toMatchObject({ status: 0 });
    expect(existsSync(address)).toBe(true);
    await edit(essay('unfinished.mdx'), 'draft: false', 'draft: true');

    expect(await site.run('build', '--no-editions', '--uncompressed')).toMatchObject({ status: 0 });
    expect(existsSync(address)).toBe(false);
    expect(await traces()).toEqual([]);
  });

  it('is not built while a page links to a draft, and says so', async () => {
    const link = ' See [more](/2026/11/unfinished/).';
    await edit(essay('published.mdx'), '[@one2019]', `[@one2019]${link}`);

    const { status, output } = await site.run('build', '--no-editions');
    await edit(essay('published.mdx'), link, '');

    expect(status).toBe(1);
    expect(output).toContain('content/essays/published.mdx:6:34  error  link-leads-somewhere');
    expect(output).toContain(
      'The link to “/2026/11/unfinished/” leads to a draft, content/essays/unfinished.mdx, which is not published.',
    );
    expect(output).not.toContain('Did you mean');
  });

  it('is not built while nobody can tell whether an essay is a draft', async () => {
    await edit(essay('unfinished.mdx'), 'description: A', 'description: "A');

    const { status, output } = await site.run('build', '--no-editions');
    await edit(essay('unfinished.mdx'), 'description: "A', 'description: A');

    expect(status).toBe(1);
    expect(output).toContain('This is not YAML');
  });
});

describe('an essay that was published and becomes a draft', () => {
  it('is missed', async () => {
    await using published = await makeSite();
    const name = 'north-korea-and-russian-relations.mdx';
    await edit(essay(name, published), 'lang: en', 'lang: en\ndraft: true');

    const check = await published.run('check');
    const build = await published.run('build', '--no-editions');

    for (const { status, output } of [check, build]) {
      expect(status).toBe(1);
      expect(output).toContain(
        'The page /2019/09/north-korea-and-russian-relations/ was published and is gone.',
      );
    }
  });
});
