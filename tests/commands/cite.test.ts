import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CiteOptions, runCite } from '../../src/commands/run-cite.ts';
import { checkSite, listen } from '../support/check-site.ts';
import { fixtures } from '../support/fixture-sites.ts';
import { makeContent, makeSite, scriptEnvironment } from '../support/make-site.ts';
import { siteSettings } from '../support/site-settings.ts';

const pasted = (name: string) => join(fixtures, 'pasted', name);
const read = (root: string, name = 'content/bibliography.bib') => readFile(join(root, name));

const book =
  '@book{Some_Key, author = {Kim, Tong-Hyung}, title = {Another}, publisher = {P}, date = {2019}}';

/** What the command does with what it is given. */
function cite(root: string, given: readonly string[], options: Partial<CiteOptions> = {}) {
  const command = { root, folder: root, given, settings: siteSettings };
  return listen(() =>
    runCite({ ...command, to: undefined, key: undefined, keeps: 'nothing', ...options }),
  );
}

describe('`npm run cite`', () => {
  it('adds what Zotero exports, in each of its formats, behind what is there', async () => {
    await using content = await makeContent();
    const before = await read(content.root);

    const files = ['zotero.bib', 'zotero.ris', 'zotero.json'].map(pasted);
    const { passed, output } = await cite(content.root, files);
    const after = await read(content.root);

    expect(passed).toBe(true);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(output).toContain('content/bibliography.bib has 7 new entries.');
    expect([...output.matchAll(/^\[@(.+)\]$/gm)].map(([, key]) => key)).toEqual([
      ...[
        'ahnQuietBorder2018',
        'councilofriversGaugesTumen2016',
        'sato2018',
        'reuters2017',
        'crl2019',
        'okafor2017',
        '김철수2015',
      ],
    ]);
    expect(output).toContain(
      'Okafor, Ada, “Bridge over the Tumen opens,” The Made-up Herald, October 2017, https://herald.example/2017/bridge.',
    );
    expect(output).toContain('[@ahnQuietBorder2018, p. 12]');
    const checked = await checkSite('published-essay', { format: 'json' }, content.root);
    const problems: unknown = JSON.parse(checked.output);
    expect(problems).toMatchObject([
      { rule: 'source-is-cited', message: '7 sources are cited by no essay.' },
    ]);
    expect(await readdir(join(content.root, 'content'))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^\./)]),
    );
  });

  it('adds nothing for a source that is there, and says where', async () => {
    await using content = await makeContent();
    await cite(content.root, [book]);
    const before = await read(content.root);

    const { passed, output } = await cite(content.root, [book.replace('Some_Key', 'other')]);

    expect(passed).toBe(true);
    expect(output).toContain('content/bibliography.bib has no new entries.');
    expect(output).toContain('[@kim2019b] was there already, at content/bibliography.bib:76.');
    expect(await read(content.root)).toEqual(before);
  });

  it('reads what is piped in, from a file with Windows line ends and no last one', async () => {
    await using site = await makeSite();
    const path = join(site.root, 'content/bibliography.bib');
    const old = (await readFile(path, 'utf8')).trimEnd().replaceAll('\n', '\r\n');
    await writeFile(path, old);

    const { status } = spawnSync(process.execPath, ['src/commands/cite.ts', '--key', 'mine', '-'], {
      cwd: site.root,
      env: scriptEnvironment(site.root),
      input: `${book.replaceAll(', ', ',\n  ')}\n`,
    });
    const after = (await read(site.root)).toString('utf8');

    expect(status).toBe(0);
    expect(after.startsWith(`${old}\r\n\r\n@book{mine,\r\n`)).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says everything that is wrong at once, and leaves the bibliography as it was', async () => {
    await using content = await makeContent();
    const before = await read(content.root);

    const { passed, output } = await cite(
      content.root,
      [
        'content/bibliography.bin',
        '@book{x, title = {T}, date = {2019-13}, publisher = {P}}',
        '@book{y, title = {U',
        book,
      ],
      { to: 'content/bibliografy.bib' },
    );

    expect(passed).toBe(false);
    expect(output).toContain('pasted text:1:31  error  source-date-exists');
    expect(output).toContain('pasted text 2:1:20  error  bibliography-parses');
    expect(output).toContain('Did you mean “content/bibliography.bib”?');
    expect(output).toContain('“content/bibliography.bin” is no file');
    expect(output).toContain('Did you mean “content/bibliography.bib”? Quote');
    expect(output).toContain('Nothing was added.');
    expect(await read(content.root)).toEqual(before);
  });

  it('adds what is sound, and says what it left out and why', async () => {
    await using content = await makeContent();
    const faulty = '@book{x, title = {T}, publisher = {P}, date = {2019-13}}';
    const unsigned = '@newspaper{z, title = {U}, newspaper = {The Times}, date = {1881-03-02}}';

    const { passed, output } = await cite(content.root, [
      'missing.bib',
      `${book}\n\n${faulty}\n\n${unsigned}`,
    ]);

    expect(passed).toBe(false);
    expect(output).toContain('“missing.bib” is no file');
    expect(output).toContain('error  source-date-exists');
    expect(output).toContain('content/bibliography.bib has 2 new entries.');
    expect(output).toContain('[@x] was left out, for what is said of it above: pasted text');
    const after = (await read(content.root)).toString('utf8');
    expect(after).toContain('title = {Another}');
    expect(after).toContain('newspaper = {The Times}');
    expect(after).not.toContain('{T}');
  });

  it('adds to another bibliography of the site, which may be CSL-JSON', async () => {
    await using content = await makeContent();
    const { citationFiles } = siteSettings;
    const bibliography = [...citationFiles.bibliography, 'content/more.json'];
    await writeFile(join(content.root, 'content/more.json'), '[]\n');
    const before = await read(content.root);

    const { passed, output } = await cite(content.root, [book], {
      settings: { ...siteSettings, citationFiles: { ...citationFiles, bibliography } },
      to: 'content/more.json',
      keeps: 'keys',
    });

    expect(passed).toBe(true);
    expect(output).toContain('Kim, Tong-Hyung, Another, P, 2019.');
    expect(
      JSON.parse((await read(content.root, 'content/more.json')).toString('utf8')),
    ).toMatchObject([{ id: 'Some_Key', title: 'Another' }]);
    expect(await read(content.root)).toEqual(before);
  });

  it('names the files of a folder', async () => {
    await using content = await makeContent();
    await writeFile(join(content.root, 'mine.bib'), book);

    const { passed, output } = await cite(content.root, [content.root]);

    expect(passed).toBe(false);
    expect(output).toContain(
      `“${content.root}” is a folder. Name a file in it, such as “${join(content.root, 'mine.bib')}”.`,
    );
    expect(await cite(content.root, [join(content.root, 'mine.bib')])).toMatchObject({
      passed: true,
      output: expect.stringContaining('[@Some_Key]'),
    });
  });

  it('says what it takes when it is given nothing', async () => {
    await using site = await makeSite();

    expect(await site.run('cite')).toMatchObject({
      status: 1,
      output: expect.stringContaining('It takes files or text with BibTeX, RIS or CSL-JSON'),
    });
  });
});
