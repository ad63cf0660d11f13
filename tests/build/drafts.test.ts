import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { readGoodSite, readSite } from '../support/built-site.ts';
import { checkSite } from '../support/check-site.ts';
import { readPage } from '../support/read-page.ts';

/** Files of a built site that have a word of a draft in them or in their names. */
async function traces(dist: string, words = /Zwischenstand|unfinished|faulty|two2020/) {
  const files = await listFiles(dist);
  const found = await Promise.all(
    files.map(async (file) => {
      const name = relative(dist, file);
      const text = name + (await readFile(file)).toString('latin1');
      return words.test(text) ? [name] : [];
    }),
  );
  return found.flat();
}

describe('a site with drafts', () => {
  it('is built without a trace of them, whatever is wrong with them', async () => {
    const { root, dist, output } = await readGoodSite('drafts');

    expect(output).not.toMatch(/unfinished|faulty|source-is-cited/);
    expect((await readPage(root, 'index.html')).texts('.essay-list h2')).toEqual([
      'What Is Published',
    ]);
    expect(existsSync(join(dist, '2026/10/published/published.pdf'))).toBe(true);
    expect(await traces(dist)).toEqual([]);
  });

  it('is checked with them, and their problems stand in the way of nothing', async () => {
    const { passed, output } = await checkSite('drafts', { strict: true });
    const data = JSON.parse((await checkSite('drafts', { format: 'json' })).output);

    expect(passed).toBe(true);
    expect(output).toContain('content/essays/faulty.mdx:2:1  draft  front-matter-is-valid');
    expect(output).toContain('Did you mean “title”?');
    expect(output).toContain('content/essays/faulty.mdx:7:54  draft  essay-parses');
    expect(output).toContain('4 in drafts, which stop no build');
    expect(data).toHaveLength(4);
    expect(data[0]).toMatchObject({ severity: 'warning', draft: true });
  });

  it('publishes a draft that is finished, and takes it back', async () => {
    const address = '2026/11/unfinished/index.html';
    const { first, files, dist } = await readGoodSite('drafts');

    expect(first?.ok).toBe(true);
    expect(first?.files).toContain(address);
    expect(files).not.toContain(address);
    expect(await traces(dist)).toEqual([]);
  });

  it('is not built while a page links to a draft, and says so', async () => {
    const { ok, output } = await readSite('faults/built-pages');

    expect(ok).toBe(false);
    expect(output).toContain('content/essays/link-to-draft.mdx:6:24  error  link-leads-somewhere');
    // Followed by no “Did you mean”.
    expect(output).toContain(
      'The link to “/2026/11/unfinished/” leads to a draft, content/essays/unfinished.mdx, which is not published.\n  Correct it;',
    );
  });

  it('is not built while nobody can tell whether an essay is a draft', async () => {
    const { ok, output } = await readSite('faults/unclear-draft');

    expect(ok).toBe(false);
    expect(output).toContain('is closed nowhere');
  });
});

describe('a site that is built with its drafts', () => {
  it('has them at their addresses, marked, where nothing but an essay leads to them', async () => {
    const { root, dist, output } = await readGoodSite('drafts-for-a-colleague');
    const page = await readPage(root, '2026/11/unfinished/index.html');
    const text = await readFile(join(dist, '2026/11/unfinished/index.md'), 'utf8');
    const ofDraft = (name: string) => name.startsWith('2026/11/unfinished/');
    const naming = (await traces(dist, /Zwischenstand|two2020/)).filter((name) => !ofDraft(name));

    expect(page.texts('article p')).toContain('Draft');
    expect(page.attributes('meta[name=robots]', 'content')).toEqual(['noindex']);
    expect(text).toContain('draft: true');
    expect(existsSync(join(dist, '2026/11/unfinished/unfinished.pdf'))).toBe(false);
    expect(existsSync(join(dist, '2026/11/index.html'))).toBe(false);
    expect(naming).toEqual([]);
    expect(output).toContain('  /2026/11/unfinished/');
    expect(output).not.toContain('npm run permalinks');
  });
});

describe('an essay that was published and becomes a draft', () => {
  it('is missed', async () => {
    const name = 'faults/published-draft';
    const built = await readSite(name);
    const checked = await checkSite(name);

    expect([built.ok, checked.passed]).toEqual([false, false]);
    for (const { output } of [built, checked]) {
      expect(output).toContain(
        'The page /2019/09/north-korea-and-russian-relations/ was published and is gone.',
      );
    }
  });
});
