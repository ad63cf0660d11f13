import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NewOptions, runNew } from '../../src/commands/run-new.ts';
import { readEssayFile } from '../../src/essay/read-essay-file.ts';
import { readGoodSite } from '../support/built-site.ts';
import { checkSite, listen } from '../support/check-site.ts';
import { fixtures, makeSite, type TestSite } from '../support/make-site.ts';
import { noteTexts, readPage } from '../support/read-page.ts';
import { siteSettings } from '../support/site-settings.ts';

const title = `"It's" — ❤️ Korea: 북한 & Россия #1`;
const file = 'content/essays/its-korea-북한-россия-1.mdx';

let site: TestSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site[Symbol.asyncDispose]());

/** What a site makes of the text of the new essay. */
const essayOf = (text: string) => {
  const { essay, body } = readEssayFile(file, text, 'en');
  return { ...essay, body: body.trim() };
};
/** What the command does with what it is told. */
const make = (said: Partial<NewOptions['said']>) =>
  listen(() =>
    runNew({
      root: site.root,
      settings: siteSettings,
      said: { title: '', date: '2026-11', authors: [], place: 'file', ...said },
      misplaced: [],
    }),
  );
const essays = () => readdir(join(site.root, 'content/essays'));

describe('`npm run new`', () => {
  it('makes an essay that passes every check as it is, and is published without its draft line', async () => {
    const made = await make({ title, date: '2020-02', authors: ['Müller, Anna'] });
    const path = join(site.root, file);
    const text = await readFile(path, 'utf8');

    expect(made).toMatchObject({ passed: true });
    expect(made.output).toContain(
      `${file} is made; its address is /2020/02/its-korea-북한-россия-1/.`,
    );
    expect(made.output).toContain('[@unsc1950, p. 12]');
    expect(text).toContain('\ndraft: true\n');
    const checked = await checkSite('published-essay', { format: 'json' }, site.root);
    expect(JSON.parse(checked.output)).toEqual([]);

    // A site that has the same was built before.
    const published = await readFile(join(fixtures, 'odd-files', file), 'utf8');
    expect(essayOf(text.replace('draft: true\n', ''))).toEqual(essayOf(published));
    const { root } = await readGoodSite('odd-files');
    const page = await readPage(root, '2020/02/its-korea-북한-россия-1/index.html');
    expect(page.texts('h1')).toContain(title);
    expect(page.texts('.authors')).toEqual(['Anna Müller']);
    expect(noteTexts(page)).toEqual([expect.stringContaining('United Nations Security Council')]);
  });

  it('refuses the name of an essay that is there, and everything else that is wrong, at once', async () => {
    const before = await essays();

    const { passed, output } = await make({
      ...{ title: 'North Korea AND Russian relations', date: '11/2026' },
      ...{ lang: 'english', authors: [''] },
    });

    expect(passed).toBe(false);
    expect(output).toContain(
      'There is content/essays/north-korea-and-russian-relations.mdx already.',
    );
    expect(output).toContain('Did you mean “2026-11”?');
    expect(output).toContain('Did you mean “en”?');
    expect(output).toContain('An author has no name.');
    expect(output).toContain('Nothing was made.');
    expect(await essays()).toEqual(before);
  });

  it('makes a folder for an essay with files of its own', async () => {
    const { status, output } = await site.run(
      ...(['new', 'A', 'Folder', '--date', '2020', '--lang', 'de', '--folder'] as const),
      ...['--author', 'Müller, Anna', '--author', 'Bo Li'],
    );

    expect(status).toBe(0);
    expect(output).toContain(
      'content/essays/a-folder/index.mdx is made; its address is /2020/a-folder/.',
    );
    const text = await readFile(join(site.root, 'content/essays/a-folder/index.mdx'), 'utf8');
    expect(text).toContain('\nlang: de\n');
    expect(readEssayFile('content/essays/a-folder/index.mdx', text, 'en').essay?.authors).toEqual([
      'Anna Müller',
      'Bo Li',
    ]);
  });

  it('takes no two names for one author', async () => {
    const { passed, output } = await make({
      title: 'By Two',
      authors: ['Müller, Anna and Bo Li'],
    });

    expect(passed).toBe(false);
    expect(output).toContain(
      '“Müller, Anna and Bo Li” is taken for one person. Write --author for each',
    );
  });

  it('asks for a title, and says what it takes', async () => {
    expect(await site.run('new')).toMatchObject({
      status: 1,
      output: expect.stringContaining('An essay needs a title'),
    });
    expect(await site.run('new', 'A Title', '--titel', 'x')).toMatchObject({
      status: 2,
      output: expect.stringContaining(
        'It takes --date, --lang, --author, --name, --folder and --empty-site.',
      ),
    });
  });
});
