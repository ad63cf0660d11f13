import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { fixtures } from '../support/fixture-sites.ts';
import { type BuiltPage, noteTexts, readPage } from '../support/read-page.ts';
import { weigh } from '../support/weigh-page.ts';

let site: BuiltSite;
let essay: BuiltPage;

const golden = (name: string) => readFile(join(fixtures, 'published-essay', name), 'utf8');

beforeAll(async () => {
  site = await readGoodSite('published-essay');
  expect(site.output).toContain('The site is in dist/');
  essay = await readPage(site.root, '2019/09/north-korea-and-russian-relations/index.html');
});

describe('the published essay', () => {
  it('has its ten paragraphs, word for word', async () => {
    const markers = /<sup\b.*?<\/sup>/g;
    const paragraphs = [
      ...essay.html.matchAll(/<p id="p\d+">(.*?)<a class="paragraph-link" [^>]*><\/a><\/p>/gs),
    ].map((match) => (match[1] ?? '').replace(markers, ''));

    expect(`${paragraphs.join('\n\n')}\n`).toBe(await golden('paragraphs.txt'));
  });

  it('has its markers in order, a reused note keeping its number', () => {
    expect(essay.texts('[role="doc-noteref"]').join(' ')).toBe('1 2 3 3 4 5 6 6 7 8');
  });

  it('keeps the space after a marker and none before it', () => {
    expect(essay.html).toMatch(/Resolution 84\.<sup[^>]*><a [^>]*>1<\/a><\/sup> This resolution/);
  });

  it('has its eight notes exactly', async () => {
    expect(`${noteTexts(essay).join('\n')}\n`).toBe(await golden('notes.txt'));
  });

  it('sets the containers of its sources in italics, and nothing else of the notes', () => {
    expect(essay.texts('[role="doc-endnotes"] i')).toEqual([
      'The National Interest',
      'Associated Press',
      'South China Morning Post',
      'The Observatory of Economic Complexity',
      'Council on Foreign Relations',
      'Reuters',
      '38 North',
    ]);
  });

  it('has anchors made from the keys, and the numbers as aliases of the same notes', () => {
    const items = essay.all('[role="doc-endnotes"] > ol > li');
    const ids = items.map((item) => item.properties['id']);
    const aliases = essay.attributes('[role="doc-endnotes"] > ol > li > *', 'id');

    expect(ids).toEqual([
      'fn-unsc1950',
      'fn-roblin2018',
      'fn-kim2019',
      'fn-lee2018',
      'fn-simoes2018',
      'fn-snyder2019',
      'fn-osborn2017',
      'fn-lukin2019',
    ]);
    expect(aliases).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `fn-${number}`));
  });

  it('has a back-link for every use', () => {
    expect(essay.attributes('[role="doc-backlink"]', 'href')).toEqual(
      essay.attributes('[role="doc-noteref"]', 'id').map((id) => `#${id}`),
    );
  });

  it('links every address of its notes', () => {
    const addresses = noteTexts(essay).map((text) => /https?:\S+(?=\.$)/.exec(text)?.[0]);

    expect(essay.attributes('[role="doc-endnotes"] a[data-originalurl]', 'href')).toEqual(
      addresses,
    );
  });

  it('knows its month and no day, and names no author', () => {
    expect(essay.html).toContain('<time datetime="2019-09">September 2019</time>');
    expect(essay.html).not.toMatch(/2019-09-\d|September \d+, 2019|class="authors"/);
  });

  it('shows the editorial remarks as the site’s own', () => {
    expect(essay.texts('.remarks > h2, .remarks > p')).toEqual([
      'Editorial remarks',
      'By the editors of this site, not by the author.',
    ]);
    expect(essay.attributes('.remarks li > a', 'href')).toEqual(['#fn-lee2018', '#fn-lukin2019']);
  });

  it('has a head that says what it is', () => {
    expect(essay.texts('head > title')).toEqual([
      'North Korea and Russian Relations · Research Essays',
    ]);
    expect(essay.attributes('html', 'lang')).toEqual(['en']);
    expect(essay.attributes('link[rel="canonical"]', 'href')).toEqual([
      'https://essays.example/2019/09/north-korea-and-russian-relations/',
    ]);
    expect(essay.attributes('meta[name="description"]', 'content')).toEqual([
      'Russia is not likely to seek any major changes in its relationship with North Korea as long as the status quo remains beneficial.',
    ]);
  });

  it('asks for nothing but its icons and its manifest', () => {
    const links = essay.attributes('link:not([rel="alternate"], [rel="canonical"])', 'rel');

    expect(essay.all('script[src], link[rel="stylesheet"], img, iframe')).toEqual([]);
    expect(links.flat()).toEqual(['icon', 'icon', 'apple-touch-icon', 'manifest']);
  });

  it('has an outline of one title and its sections', () => {
    expect(essay.texts('h1, h2, h3')).toEqual([
      'North Korea and Russian Relations',
      'Notes',
      'Editorial remarks',
      'Read elsewhere',
      'Cite',
      'For machines',
    ]);
  });
});

describe('the pages around it', () => {
  it.each([
    ['index.html', 'Research Essays', '2019/09/north-korea-and-russian-relations/index.html'],
    ['2019/index.html', 'Yearly Archives: 2019', '09/north-korea-and-russian-relations/index.html'],
    [
      '2019/09/index.html',
      'Monthly Archives: September 2019',
      'north-korea-and-russian-relations/index.html',
    ],
  ])('include %s, headed “%s”, with its entry', async (path, heading, href) => {
    const page = await readPage(site.root, path);

    expect(page.texts('h1')).toEqual([heading]);
    expect(page.attributes('.essay-list h2 a', 'href')).toEqual([href]);
    expect(page.texts('.essay-list time')).toEqual(['September 2019']);
  });

  it('include one for addresses that lead nowhere', async () => {
    const page = await readPage(site.root, '404.html');

    expect(page.texts('h1')).toEqual(['Page not found']);
    expect(page.attributes('link[rel="canonical"]', 'href')).toEqual([]);
    // It is served at addresses of any depth, where no relative link holds.
    const home = 'https://essays.example/';
    expect(page.attributes('a[href]', 'href')).toEqual([
      '#main',
      home,
      home,
      `${home}2019/09/north-korea-and-russian-relations/`,
      home,
      `${home}sources/`,
    ]);
    expect(page.attributes('link[href]', 'href')).toEqual(['data:,']);
  });
});

it('lists have its map beside its title, small, without words, and loaded when it comes into view', async () => {
  const home = await readPage(site.root, 'index.html');
  const month = await readPage(site.root, '2019/09/index.html');
  const file = '2019/09/north-korea-and-russian-relations/map.svg';
  const svg = await readFile(join(site.dist, file), 'utf8');

  expect(home.attributes('.essay-list img', 'src')).toEqual([file]);
  expect(home.attributes('.essay-list img', 'alt')).toEqual(['']);
  expect(home.attributes('.essay-list img', 'loading')).toEqual(['lazy']);
  expect(month.attributes('.essay-list img', 'src')).toEqual([
    'north-korea-and-russian-relations/map.svg',
  ]);
  expect(svg).not.toContain('<text');
  expect(weigh(svg)).toBeLessThan(2000);
  // It does not know at which address it is shown, so it loads nothing.
  expect((await readPage(site.root, '404.html')).attributes('.essay-list img', 'src')).toEqual([]);
});
