import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSite, type TestSite } from '../support/make-site.ts';
import { readPage } from '../support/read-page.ts';

const slug = 'north-korea-and-russian-relations';
const page = `2019/09/${slug}/index.html`;

let site: TestSite;

beforeEach(async () => {
  site = await makeSite();
});

afterEach(() => site[Symbol.asyncDispose]());

const content = (...path: string[]) => join(site.root, 'content', ...path);

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(content(file), 'utf8');
  expect(text).toContain(from);
  await writeFile(content(file), text.replaceAll(from, to));
}

describe('a build', () => {
  it('fails when a note anchor disappears, and names the likely new one', async () => {
    await edit('bibliography.bib', 'lukin2019', 'lukin2019summit');
    await edit(`essays/${slug}.mdx`, 'lukin2019', 'lukin2019summit');

    const { status, output } = await site.run('build', '--no-editions');

    expect(status).toBe(1);
    expect(output).toMatch(/content\/permalinks\.json:\d+:9 {2}error {2}permalink-is-kept/);
    expect(output).toContain(
      `The anchor “fn-lukin2019” of /2019/09/${slug}/ was published and is gone.`,
    );
    expect(output).toContain('Did you mean “fn-lukin2019summit”?');
    expect(output).toContain('Did you mean “fnref-lukin2019summit”?');
  });

  it('fails when a paragraph disappears', async () => {
    await edit(`essays/${slug}.mdx`, '\n\nWhile economic aid', ' While economic aid');

    const { status, output } = await site.run('build', '--no-editions');

    expect(status).toBe(1);
    expect(output).toContain('The anchor “p10”');
  });

  it('fails when a page moves, and names the new address', async () => {
    await rename(content(`essays/${slug}.mdx`), content('essays/korea-and-russia.mdx'));

    const { status, output } = await site.run('build', '--no-editions');

    expect(status).toBe(1);
    expect(output).toContain(`The page /2019/09/${slug}/ was published and is gone.`);
    expect(output).toContain('Did you mean “2019/09/korea-and-russia/”?');
  });

  it('fails when a note anchor comes to mean another source', async () => {
    await edit('bibliography.bib', 'The Putin and Kim Rendezvous', 'Another Work');
    await edit(
      'bibliography.bib',
      'https://www.38north.org/2019/05/alukin050219/',
      'https://example.org/',
    );

    const { status, output } = await site.run('build', '--no-editions');

    expect(status).toBe(1);
    expect(output).toContain(
      'The notes of “lukin2019” were published for another source, “38north.org/2019/05/alukin050219”.',
    );
  });

  it('fails when a discursive note takes the anchor of a source', async () => {
    await edit(`essays/${slug}.mdx`, '[@lukin2019]', '[^lukin2019]');
    await edit(
      `essays/${slug}.mdx`,
      'will be necessary.',
      'will be necessary.\n\n[^lukin2019]: Something else.',
    );

    const { status, output } = await site.run('build', '--no-editions');

    expect(status).toBe(1);
    expect(output).toContain('The note “fn-lukin2019”');
    expect(output).toContain('was published for “lukin2019”, and cites something else now.');
  });

  it('does not mind a mended title or a new address of the same source', async () => {
    await edit('bibliography.bib', 'The Putin and Kim Rendezvous', 'The Kim and Putin Rendezvous');
    await edit('bibliography.bib', 'http://unscr.com/en/resolutions/84', 'https://unscr.com/en/84');

    expect(await site.run('build', '--no-editions')).toMatchObject({ status: 0 });
  });

  it('says how much is new', async () => {
    await edit(
      `essays/${slug}.mdx`,
      'the full support of China will be necessary.',
      '$&\n\nOne more.[@kim2019, 2]',
    );

    expect((await site.run('build', '--no-editions')).output).toContain(
      '3 addresses and anchors are new',
    );
  });
});

describe('a page that moves again and again', () => {
  it('is found at every address it ever had, with every anchor', async () => {
    await edit('bibliography.bib', 'lukin2019', 'lukin2019summit');
    await edit(`essays/${slug}.mdx`, 'lukin2019', 'lukin2019summit');
    await site.run('permalinks');
    for (const [from, to] of [
      ['2019-09', '2019-10'],
      ['2019-10', '2019-11'],
    ] as const) {
      await edit(`essays/${slug}.mdx`, `date: ${from}`, `date: ${to}`);
      await site.run('permalinks');
    }

    expect(await site.run('build', '--no-editions')).toMatchObject({ status: 0 });
    for (const month of ['09', '10', '11']) {
      const moved = await readPage(site.root, `2019/${month}/${slug}/index.html`);
      expect(moved.all('#fn-lukin2019summit > #fn-lukin2019')).toHaveLength(1);
      expect(moved.attributes('link[rel="canonical"]', 'href')).toEqual([
        `https://essays.example/2019/11/${slug}/`,
      ]);
    }
  });
});

describe('an essay that is deleted', () => {
  it('is not taken to be another that is new', async () => {
    const text = await readFile(content(`essays/${slug}.mdx`), 'utf8');
    await rm(content(`essays/${slug}.mdx`));
    await writeFile(
      content('essays/cheese.mdx'),
      text.replaceAll(/\[@\w+\]/g, '').replace(/remarks:[\s\S]*?---/, '---'),
    );

    const { status, output } = await site.run('build', '--no-editions');

    expect(status).toBe(1);
    expect(output).toContain(`The page /2019/09/${slug}/ was published and is gone.`);
    expect(output).not.toContain('Did you mean “2019/09/cheese/”?');
  });
});

describe('`npm run permalinks`', () => {
  it('refuses redirects that lead nowhere, and writes nothing', async () => {
    await edit(`essays/${slug}.mdx`, '\n\nWhile economic aid', ' While economic aid');
    const before = await readFile(content('permalinks.json'), 'utf8');

    const { status, output } = await site.run(
      'permalinks',
      `2019/09/${slug}/#p10=p99`,
      'typo/=2019/',
    );

    expect(status).toBe(1);
    expect(output).toContain(`2019/09/${slug}/#p10 cannot lead to p99, where nothing is.`);
    expect(output).toContain('typo/ is not gone, or was never recorded.');
    expect(await readFile(content('permalinks.json'), 'utf8')).toBe(before);
  });

  it('retires an old anchor into an alias that lands on the new one, with its markers', async () => {
    await edit('bibliography.bib', 'lukin2019', 'lukin2019summit');
    await edit(`essays/${slug}.mdx`, 'lukin2019', 'lukin2019summit');

    const recorded = await site.run('permalinks');
    const built = await site.run('build', '--no-editions');

    expect(recorded.output).toContain(
      `2019/09/${slug}/#fn-lukin2019 now leads to fn-lukin2019summit.`,
    );
    expect(built).toMatchObject({ status: 0 });
    const essay = await readPage(site.root, page);
    expect(essay.all('#fn-lukin2019summit > #fn-lukin2019')).toHaveLength(1);
    expect(essay.all('#fnref-lukin2019summit > #fnref-lukin2019')).toHaveLength(1);
  });

  it('retires an old page into a copy that says where it is now', async () => {
    await rename(content(`essays/${slug}.mdx`), content('essays/korea-and-russia.mdx'));

    await site.run('permalinks');
    const built = await site.run('build');

    expect(built).toMatchObject({ status: 0 });
    const old = await readPage(site.root, page);
    expect(old.all('#fn-lukin2019')).toHaveLength(1);
    expect(old.attributes('link[rel="canonical"]', 'href')).toEqual([
      'https://essays.example/2019/09/korea-and-russia/',
    ]);
    const names = await readdir(join(site.root, 'dist', page, '..'));
    expect(names).toEqual(expect.arrayContaining(['index.md', `${slug}.pdf`]));
    for (const href of old.attributes('.downloads a', 'href').map(String)) {
      expect(existsSync(join(site.root, 'dist', page, '..', href)), href).toBe(true);
    }
  });

  it('asks where an anchor leads that nothing took the place of, and takes the answer', async () => {
    await edit(`essays/${slug}.mdx`, '\n\nWhile economic aid', ' While economic aid');

    const asked = await site.run('permalinks');
    const answered = await site.run('permalinks', `2019/09/${slug}/#p10=p9`);
    const built = await site.run('build', '--no-editions');

    expect(asked.status).toBe(1);
    expect(asked.output).toContain(`npm run permalinks -- '2019/09/${slug}/#p10=…'`);
    expect(answered.status).toBe(0);
    expect(built).toMatchObject({ status: 0 });
    expect((await readPage(site.root, page)).all('#p9 > #p10')).toHaveLength(1);
  });
});

describe('`npm run check`', () => {
  it.each(['kitchen-sink', 'several-essays'])(
    'knows without a build every anchor that one publishes: %s',
    async (fixture) => {
      await using other = await makeSite(fixture);
      expect(await other.run('permalinks')).toMatchObject({ status: 0 });

      expect(await other.run('check')).toMatchObject({ status: 0 });
    },
  );

  it('misses an anchor that is gone, and takes one that is retired', async () => {
    await edit('bibliography.bib', 'lukin2019', 'lukin2019summit');
    await edit(`essays/${slug}.mdx`, 'lukin2019', 'lukin2019summit');

    const lost = await site.run('check');
    await site.run('permalinks');
    const retired = await site.run('check');

    expect(lost.status).toBe(1);
    expect(lost.output).toContain(
      `The anchor “fn-lukin2019” of /2019/09/${slug}/ was published and is gone.`,
    );
    expect(lost.output).toContain('Did you mean “fn-lukin2019summit”?');
    expect(retired.status).toBe(0);
  });
});
