import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite, readSite } from '../support/built-site.ts';
import { type BuiltPage, noteTexts, readPage } from '../support/read-page.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await readGoodSite('several-essays');
});

const list = (page: BuiltPage) => page.texts('.essay-list h2');

describe('a site of several essays', () => {
  it('lists them newest first, on the first page and in the archives', async () => {
    expect(list(await readPage(site.root, 'index.html'))).toEqual([
      '폴더 안에',
      'Same Month: “Quoted” & <Marked>',
      'North Korea and Russian Relations',
      'Only a Year',
    ]);
    expect(list(await readPage(site.root, '2019/09/index.html'))).toEqual([
      'Same Month: “Quoted” & <Marked>',
      'North Korea and Russian Relations',
    ]);
    expect(list(await readPage(site.root, '2018/index.html'))).toEqual(['Only a Year']);
  });

  it('says of each essay in a list how long it is and how many sources it has', async () => {
    for (const name of ['index.html', '404.html'])
      expect((await readPage(site.root, name)).texts('.essay-list .imprint').slice(1)).toEqual([
        'September 14, 2019 · 1 minute’s reading · 1 source',
        'September 2019 · 5 minutes’ reading · 8 sources',
        '2018 · 1 minute’s reading',
      ]);
  });

  it('puts an essay of which only the year is known below the year', async () => {
    const page = await readPage(site.root, '2018/only-a-year/index.html');

    expect(page.html).toContain('<time datetime="2018">2018</time>');
    expect(page.attributes('.imprint a', 'href')).toEqual(['../index.html']);
  });

  it('has no section of notes where there are none', async () => {
    const page = await readPage(site.root, '2018/only-a-year/index.html');

    expect(page.all('[role="doc-endnotes"]')).toEqual([]);
    expect(page.texts('h1, h2')).toEqual(['Only a Year', 'Cite']);
  });

  it('keeps its anchors from headings of the same name', async () => {
    const page = await readPage(site.root, '2019/09/same-month/index.html');

    expect(page.attributes('.prose > h2', 'id')).toEqual(['section-notes', 'section-p1']);
    expect(page.attributes('[role="doc-endnotes"] > h2', 'id')).toEqual(['notes']);
  });

  it('says which words are in which language', async () => {
    const page = await readPage(site.root, '2020/02/in-a-folder/index.html');

    expect(page.attributes('html', 'lang')).toEqual(['ko']);
    expect(page.attributes('[role="doc-endnotes"] > h2, [role="doc-noteref"]', 'lang')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(page.attributes('.back-links', 'lang')).toEqual(['ko', undefined]);
    expect(page.attributes('[role="doc-endnotes"] > ol > li > *', 'lang')).toEqual([
      'en',
      undefined,
    ]);
    expect(page.attributes('[role="doc-endnotes"] li', 'id')).toEqual([
      'fn-lukin2019-p12',
      'fn-강',
    ]);
    expect(noteTexts(page)[1]).toMatch(/^강은 길다\. \(Kim Tong-Hyung/);
  });
});

describe('a site without essays', () => {
  it('is built, and says that nothing is cited', async () => {
    const empty = await readGoodSite('no-essays');

    expect(empty.output).toContain('warning  source-is-cited');
    expect(empty.output).toContain('8 sources are cited by no essay.');
    expect(list(await readPage(empty.root, 'index.html'))).toEqual([]);
  });

  it('is not built when warnings count as errors', async () => {
    const { ok, output } = await readSite('faults/no-essays-strict');

    expect(ok).toBe(false);
    expect(output).toContain('1 error');
  });
});
