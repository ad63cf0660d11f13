import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures, makeSite, type TestSite } from '../support/make-site.ts';

const pasted = (name: string) => join(fixtures, 'pasted', name);
const read = (site: TestSite, name = 'content/bibliography.bib') => readFile(join(site.root, name));

const book =
  '@book{Some_Key, author = {Kim, Tong-Hyung}, title = {Another}, publisher = {P}, date = {2019}}';

describe('`npm run cite`', () => {
  it('adds what Zotero exports, in each of its formats, behind what is there', async () => {
    await using site = await makeSite();
    const before = await read(site);

    const { status, output } = await site.run(
      'cite',
      ...['zotero.bib', 'zotero.ris', 'zotero.json'].map(pasted),
    );
    const after = await read(site);

    expect(status).toBe(0);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(output).toContain('content/bibliography.bib has 7 new entries.');
    expect([...output.matchAll(/^\[@(.+)\]$/gm)].map(([, key]) => key)).toEqual([
      ...['ahn2018', 'crl2016', 'sato2018', 'reuters2017', 'crl2019', 'okafor2017', '김철수2015'],
    ]);
    expect(output).toContain(
      'Okafor, Ada, “Bridge over the Tumen opens,” The Made-up Herald, October 2017, https://herald.example/2017/bridge.',
    );
    expect(output).toContain('[@ahn2018, p. 12]');
    const { problems } = JSON.parse(
      `{"problems":${(await site.run('check', '--format', 'json')).output}}`,
    );
    expect(problems).toHaveLength(7);
    expect(problems.map(({ rule }: { rule: string }) => rule)).toEqual(
      Array(7).fill('source-is-cited'),
    );
    expect(await readdir(join(site.root, 'content'))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^\./)]),
    );
  });

  it('adds nothing for a source that is there, and says where', async () => {
    await using site = await makeSite();
    await site.run('cite', book);
    const before = await read(site);

    const { status, output } = await site.run('cite', book.replace('Some_Key', 'other'));

    expect(status).toBe(0);
    expect(output).toContain('content/bibliography.bib has no new entries.');
    expect(output).toContain('[@kim2019b] was there already, at content/bibliography.bib:76.');
    expect(await read(site)).toEqual(before);
  });

  it('reads what is piped in, from a file with Windows line ends and no last one', async () => {
    await using site = await makeSite();
    const path = join(site.root, 'content/bibliography.bib');
    const old = (await readFile(path, 'utf8')).trimEnd().replaceAll('\n', '\r\n');
    await writeFile(path, old);

    const { status } = spawnSync(
      process.execPath,
      ['--disable-warning=DEP0040', 'src/commands/cite.ts', '--key', 'mine', '-'],
      { cwd: site.root, input: `${book.replaceAll(', ', ',\n  ')}\n` },
    );
    const after = (await read(site)).toString('utf8');

    expect(status).toBe(0);
    expect(after.startsWith(`${old}\r\n\r\n@book{mine,\r\n`)).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says everything that is wrong at once, and leaves the bibliography as it was', async () => {
    await using site = await makeSite();
    const before = await read(site);

    const { status, output } = await site.run(
      'cite',
      '--to',
      'content/bibliografy.bib',
      'content/bibliography.bin',
      '@book{x, title = {T}, date = {2019-13}, publisher = {P}}',
      '@book{y, title = {U',
      book,
    );

    expect(status).toBe(1);
    expect(output).toContain('pasted text:1:31  error  source-date-exists');
    expect(output).toContain('pasted text 2:1:20  error  bibliography-parses');
    expect(output).toContain('Did you mean “content/bibliography.bib”?');
    expect(output).toContain('“content/bibliography.bin” is no file');
    expect(output).toContain('Did you mean “content/bibliography.bib”? Quote');
    expect(output).toContain('Nothing was added.');
    expect(await read(site)).toEqual(before);
  });

  it('adds nothing of what is right when something else is wrong', async () => {
    await using site = await makeSite();
    const before = await read(site);

    const { status, output } = await site.run('cite', book, '@book{x, title = {T}}');

    expect(status).toBe(1);
    expect(output).toContain('Nothing was added: content/bibliography.bib is as it was.');
    expect(await read(site)).toEqual(before);
  });

  it('adds to another bibliography of the site, which may be CSL-JSON', async () => {
    await using site = await makeSite();
    const settings = join(site.root, 'src/site.ts');
    const text = await readFile(settings, 'utf8');
    await writeFile(
      settings,
      text.replace(
        "['content/bibliography.bib']",
        "['content/bibliography.bib', 'content/more.json']",
      ),
    );
    await writeFile(join(site.root, 'content/more.json'), '[]\n');
    const before = await read(site);

    const { status, output } = await site.run(
      ...(['cite', '--to', 'content/more.json', '--keep-keys', book] as const),
    );

    expect(status).toBe(0);
    expect(output).toContain('Kim, Tong-Hyung, Another, P, 2019.');
    expect(JSON.parse((await read(site, 'content/more.json')).toString('utf8'))).toMatchObject([
      { id: 'Some_Key', title: 'Another' },
    ]);
    expect(await read(site)).toEqual(before);
  });

  it('says what it takes when it is given nothing', async () => {
    await using site = await makeSite();

    expect(await site.run('cite')).toMatchObject({
      status: 1,
      output: expect.stringContaining('It takes files or text with BibTeX, RIS or CSL-JSON'),
    });
  });
});
