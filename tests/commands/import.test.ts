import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImportOptions, runImport } from '../../src/commands/run-import.ts';
import { checkSite, listen } from '../support/check-site.ts';
import { fixtures } from '../support/fixture-sites.ts';
import { makeContent } from '../support/make-site.ts';
import { siteSettings } from '../support/site-settings.ts';

const imports = join(fixtures, 'imports');

/** What the command does with what it is given. */
function importInto(root: string, given: readonly string[], options: Partial<ImportOptions> = {}) {
  const said = { authors: [], today: '2026-11' };
  const command = {
    root,
    folder: imports,
    given,
    settings: siteSettings,
    to: undefined,
    said,
  } as const;
  return listen(() =>
    runImport({ ...command, writes: 'files', pictures: 'local', format: 'text', ...options }),
  );
}

const essaysIn = (root: string) => readdir(join(root, 'content/essays'));

describe('`npm run import`', () => {
  it('makes a draft in which nothing is wrong, and says what came over', async () => {
    await using content = await makeContent();

    const { passed, output } = await importInto(content.root, ['wordpress-block.html']);

    expect(passed).toBe(true);
    expect(output).toContain(
      'content/essays/crossing-the-tumen.mdx is made of wordpress-block.html; its address is /2019/03/crossing-the-tumen/.',
    );
    expect(output).toMatch(/ words {7}(\d+) of text read, \1 in the essay\n/);
    expect(output).toContain('  markers     3, of 3 notes');
    const text = await readFile(
      join(content.root, 'content/essays/crossing-the-tumen.mdx'),
      'utf8',
    );
    expect(text).toContain('\ndraft: true\n');
    const checked = await checkSite('published-essay', { format: 'json' }, content.root);
    expect(JSON.parse(checked.output)).toEqual([]);
  });

  it('makes nothing a second time, and says what is there', async () => {
    await using content = await makeContent();
    await importInto(content.root, ['ghost.html']);
    const before = await readFile(
      join(content.root, 'content/essays/crossing-the-tumen.mdx'),
      'utf8',
    );

    const { passed, output } = await importInto(content.root, ['wordpress-block.html']);

    expect(passed).toBe(false);
    expect(output).toContain(
      'There is content/essays/crossing-the-tumen.mdx already. Give this one another name, as in: --name crossing-the-tumen-2',
    );
    expect(output).toContain('Nothing was made.');
    expect(
      await readFile(join(content.root, 'content/essays/crossing-the-tumen.mdx'), 'utf8'),
    ).toBe(before);
  });

  it('writes nothing in a trial, and prints the essay', async () => {
    await using content = await makeContent();
    const before = await essaysIn(content.root);

    const { passed, output } = await importInto(content.root, ['ghost.html'], {
      writes: 'nothing',
    });

    expect(passed).toBe(true);
    expect(output).toContain('two countries that rarely speak of it.[^note-1]');
    expect(output).toContain('Nothing was made: this was a trial.');
    expect(await essaysIn(content.root)).toEqual(before);
  });

  it('gives the report as data', async () => {
    await using content = await makeContent();

    const { output } = await importInto(content.root, ['ghost.html'], { format: 'json' });

    expect(JSON.parse(output)).toMatchObject({
      source: 'ghost.html',
      written: true,
      essays: [
        { file: 'content/essays/crossing-the-tumen.mdx', markers: 3, notes: 3, pictures: 0 },
      ],
      bibliography: { file: 'content/bibliography.bib', added: [] },
      faults: [],
    });
  });

  it('says in a sentence what it cannot take', async () => {
    await using content = await makeContent();

    const nested = join(content.root, 'nested.html');
    await writeFile(nested, `<h1>Ice</h1>${'<span>'.repeat(20_000)}`);

    const deep = await importInto(content.root, [nested]);
    const missing = await importInto(content.root, ['nowhere.docx']);
    const none = await importInto(content.root, []);
    const data = await importInto(content.root, ['nowhere.docx'], { format: 'json' });

    expect(missing).toEqual({
      passed: false,
      output: 'There is no file “nowhere.docx”.\n\nNothing was made.\n',
    });
    expect(deep.output).toContain('elements stand in one another deeper than any document’s');
    expect(none.output).toContain('It takes a document: .docx, .odt');
    expect(JSON.parse(data.output)).toEqual({
      essays: [],
      faults: ['There is no file “nowhere.docx”.'],
    });
  });

  it('says what stands in the way of a file, and what was made before', async () => {
    await using content = await makeContent();
    const posts = ['Of ice', 'Of snow'].map(
      (title) =>
        `<item><title>${title}</title><wp:post_name>${title.replace(' ', '-')}</wp:post_name><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>It is here.</p><img alt="Ice" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">]]></content:encoded></item>`,
    );
    const file = join(content.root, 'two.xml');
    await writeFile(
      file,
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${posts.join('')}</channel></rss>`,
    );
    const taken = join(content.root, 'content/essays/Of-snow/picture.gif');
    await mkdir(dirname(taken), { recursive: true });
    await writeFile(taken, 'mine');

    const { passed, output } = await importInto(content.root, [file]);

    expect(passed).toBe(false);
    expect(output).toBe(
      'There is content/essays/Of-snow/picture.gif already. Move it away, or give the essay another name, with --name.\n\nMade before that: content/essays/Of-ice/index.mdx, content/essays/Of-ice/picture.gif.\n',
    );
    expect(await readFile(taken, 'utf8')).toBe('mine');
    expect(await readdir(dirname(taken))).toEqual(['picture.gif']);
  });

  it('says where a bibliography beside the document is broken', async () => {
    await using content = await makeContent();
    const file = join(content.root, 'broken.json');
    await writeFile(file, '[{ "id": "a",');

    const { passed, output } = await importInto(content.root, ['ghost.html', file]);

    expect(passed).toBe(false);
    expect(output).toMatch(/broken\.json:1:\d+ This is not JSON: .*\n\nNothing was made\.\n$/);
  });

  it('imports a hundred posts in less than a minute, and says how far it is', async () => {
    await using content = await makeContent();
    const one = await readFile(join(imports, 'wordpress-export.xml'), 'utf8');
    const [item = ''] = /<item>[\s\S]*?<\/item>/.exec(one) ?? [];
    const items = Array.from({ length: 100 }, (_, index) =>
      item.replaceAll('crossing-the-tumen', `crossing-${index + 1}`),
    );
    const file = join(content.root, 'many.xml');
    await writeFile(
      file,
      one.replace(/<item>[\s\S]*<\/item>/, () => items.join('\n')),
    );
    const start = performance.now();

    const { passed, output } = await importInto(content.root, [file]);

    expect(passed).toBe(true);
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(output).toContain('50 of 100 posts …');
    expect(output).toContain('100 of 100 posts are essays now.');
    expect((await essaysIn(content.root)).length).toBe(101);
  });
});
