import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runList } from '../../src/commands/run-list.ts';
import { listen } from '../support/check-site.ts';
import { planSite } from '../support/fixture-sites.ts';
import { makeSite, type TestSite } from '../support/make-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await makeSite('drafts');
  await writeFile(join(site.root, 'content/essays/글.mdx'), '---\ntitle: "글\n---\n\n글.\n');
});

afterAll(() => site[Symbol.asyncDispose]());

describe('`npm run list`', () => {
  it('lists every essay, newest first, with what is wrong with it', async () => {
    const { settings } = planSite('drafts');
    const { output } = await listen(() =>
      runList({ root: site.root, settings, format: 'text' }).then(() => true),
    );

    expect(output.split('\n')).toEqual([
      'Date     Title                  Words  Notes  Sources  File',
      '2026-11  ?                          ?      ?        ?  faulty.mdx      draft, 4 errors',
      '2026-11  What Is Zwischenstand      5      1        1  unfinished.mdx  draft',
      '2026-10  What Is Published          2      1        1  published.mdx',
      '?        ?                          1      0        0  글.mdx          1 error',
      '',
    ]);
  });

  it('gives the same as data', async () => {
    const { status, output } = await site.run('list', '--json');

    expect(status).toBe(0);
    expect(JSON.parse(output)[1]).toEqual({
      file: 'content/essays/unfinished.mdx',
      path: '2026/11/unfinished/',
      title: 'What Is Zwischenstand',
      date: '2026-11',
      draft: true,
      words: 5,
      notes: 1,
      sources: 1,
      errors: 0,
      warnings: 0,
    });
  });

  it('says what it takes when it is given anything else', async () => {
    expect(await site.run('list', '--loud')).toMatchObject({ status: 2 });
  });
});
