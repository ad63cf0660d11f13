import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import jsonld from 'jsonld';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { parse } from 'yaml';
import { z } from 'zod';
import { readBibliography } from '../../src/bibliography/read-bibliography.ts';
import { isoDate } from '../../src/bibliography/robust-link.ts';
import { type CslItem, cslItem } from '../../src/bibliography/source.ts';
import { listFiles } from '../../src/disk/list-files.ts';
import { splitFrontMatter } from '../../src/essay/split-front-matter.ts';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { fixtures } from '../support/fixture-sites.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';
import { faultsOf } from '../support/validate-xml.ts';

const top = 'https://essays.example/';
const published = '2019/09/north-korea-and-russian-relations/';
const gfm = unified().use(remarkParse).use(remarkGfm);

/** Of each site: its fixture, its essays with title, authors and date as they are known, and its bibliography. */
const sites = [
  {
    name: 'the published site',
    fixture: 'published-essay',
    bibliography: join(fixtures, 'published-essay/content/bibliography.bib'),
    essays: [
      {
        path: published,
        title: 'North Korea and Russian Relations',
        authors: [],
        date: '2019-09',
        moment: '2019-09-01T00:00:00Z',
        lang: 'en',
        notes: 8,
      },
    ],
  },
  {
    name: 'a site of hostile titles',
    fixture: 'hostile-titles',
    bibliography: join(fixtures, 'hostile-titles/content/bibliography.bib'),
    essays: [
      {
        path: '2021/03/every-sign/',
        title: `"It's" “quoted” & </script><script>alert(1)</script> <!-- 🚀 %20 {x} [y](z) *a* _b_ \\n ; | #`,
        authors: [
          'Anna Müller',
          'Jan Willem van der Berg',
          '김철수',
          'Council of Peace; & War, Oslo',
        ],
        date: '2021-03-04',
        moment: '2021-03-04T00:00:00Z',
        lang: 'en',
        notes: 5,
      },
      {
        path: '2020/11/right-to-left/',
        title: 'مرحبا "سلام" \u202e שלום & <b>',
        authors: [],
        date: '2020-11',
        moment: '2020-11-01T00:00:00Z',
        lang: 'ar',
        notes: 1,
      },
      {
        path: '2019/five-hundred/',
        title:
          'A title of five hundred characters that goes on & on, with “quotes”, <b>tags</b>, and Ünïcödé: '
            .repeat(6)
            .slice(0, 500),
        authors: [],
        date: '2019',
        moment: '2019-01-01T00:00:00Z',
        lang: 'en',
        notes: 1,
      },
    ],
  },
] as const;

describe.each(sites)('for machines, $name', ({ fixture, bibliography, essays }) => {
  let site: BuiltSite;
  let sources: Map<string, CslItem>;
  const text = (path: string) => readFile(join(site.dist, path), 'utf8');
  const eachPage = () =>
    Promise.all(
      essays.map(async (essay) => ({
        ...essay,
        page: await readPage(site.root, `${essay.path}index.html`),
      })),
    );

  beforeAll(async () => {
    site = await readGoodSite(fixture);
    expect(site.output).toContain('The site is in dist/');
    const files = [{ path: 'a.bib', text: await readFile(bibliography, 'utf8') }];
    const read = readBibliography(files).bibliography.sources;
    sources = new Map([...read.values()].map(({ key, item }) => [key, item]));
  });

  it('has heads that say what the essay is, and nothing that is not known', async () => {
    for (const { page, title, authors, date, lang, path } of await eachPage()) {
      const named = metaOf(page, 'name');
      const properties = metaOf(page, 'property');

      expect(named('citation_title')).toEqual([title]);
      expect(named('citation_date')).toEqual([date.replaceAll('-', '/')]);
      expect(named('citation_language')).toEqual([lang]);
      expect(named('citation_author')).toHaveLength(authors.length);
      expect(named('citation_public_url')).toEqual([top + path]);
      const pdf = existsSync(join(site.dist, path, `${path.split('/').at(-2)}.pdf`));
      expect(named('citation_pdf_url')).toEqual(
        pdf ? [`${top}${path}${path.split('/').at(-2)}.pdf`] : [],
      );
      // Hostile titles have letters that no font of the PDF has; the editions have tests of their own.
      expect(pdf).toBe(fixture === 'published-essay');
      expect(named('dc.title')).toEqual([title]);
      expect(named('dc.creator')).toEqual(authors);
      expect(named('dc.date')).toEqual([date]);
      expect(properties('og:title')).toEqual([title]);
      expect(properties('og:image')).toEqual([`${top}${path}card.png`]);
      expect(properties('article:published_time')).toEqual(date.length === 10 ? [date] : []);
      expect(named('twitter:card')).toEqual(['summary_large_image']);
      expect(page.attributes('html', 'lang')).toEqual([lang]);
      expect(page.attributes('link[rel="canonical"]', 'href')).toEqual([top + path]);
      const contents = page.attributes('meta[name], meta[property]', 'content');
      expect(contents.filter((each) => !each || /undefined|null|NaN/.test(String(each)))).toEqual(
        [],
      );
    }
  });

  it('has a reference for every source in its heads, in their order', async () => {
    for (const { page, path } of await eachPage()) {
      const cited = readItems(await text(`${path}sources.json`));
      const titles = metaOf(
        page,
        'name',
      )('citation_reference').map((each) => /citation_title=([^;]*)/.exec(String(each))?.[1]);

      expect(titles).toEqual(cited.map(({ title }) => plain(title)));
    }
  });

  it('has linked data with every source by its type', async () => {
    for (const { page, path, title, authors, date } of await eachPage()) {
      const [article, breadcrumbs] = await expandedData(page);
      const cited = readItems(await text(`${path}sources.json`));

      expect(article?.['@type']).toEqual(['https://schema.org/ScholarlyArticle']);
      expect(value(article, 'headline')).toEqual([title]);
      expect(value(article, 'datePublished')).toEqual([date]);
      expect(nodes(article, 'author').flatMap((each) => value(each, 'name'))).toEqual(authors);
      const citations = nodes(article, 'citation');
      expect(citations.flatMap((each) => value(each, 'name'))).toEqual(
        cited.map((item) => plain(item.title)),
      );
      expect(citations.flatMap((each) => value(each, 'datePublished'))).toEqual(
        cited.map(({ issued }) => isoDate(issued)),
      );
      expect(citations.map((each) => each['@type'])).not.toContain(undefined);
      expect(citations.map((each) => each['@type']?.[0])).toEqual(
        cited.map(({ type }) => `https://schema.org/${schemaTypes[type]}`),
      );
      const steps = nodes(breadcrumbs, 'itemListElement');
      expect(steps.at(-1) && value(steps.at(-1), 'item')).toEqual([top + path]);
      expect(steps.flatMap((each) => value(each, 'position'))).toEqual(
        steps.map((_, index) => index + 1),
      );
    }
  });

  it('gives sources away as BibLaTeX, RIS and CSL-JSON that come back the same', async () => {
    for (const { path } of essays) {
      const json = readItems(await text(`${path}sources.json`));
      const bib = await text(`${path}sources.bib`);
      const ris = await text(`${path}sources.ris`);

      expect(json).toEqual(json.map(({ id }) => sources.get(id)));
      const again = readBibliography([{ path: 'again.bib', text: bib }]);
      expect(again.problems).toEqual([]);
      expect([...again.bibliography.sources.values()].map(({ item }) => item)).toEqual(json);
      expect(readRis(ris)).toEqual(json.map(risFields));
    }
  });

  it('gives the essay itself away in the same formats', async () => {
    for (const { path, title, authors, date } of essays) {
      const [json] = readItems(await text(`${path}cite.json`));
      const bib = readItems(parseWith(await text(`${path}cite.bib`), '@biblatex/text'));
      const [ris] = readRis(await text(`${path}cite.ris`));

      expect(json).toMatchObject({ type: 'webpage', title, URL: top + path });
      expect(isoDate(json?.issued)).toBe(date);
      expect(json?.author?.length ?? 0).toBe(authors.length);
      expect(bib[0]?.title?.replaceAll('&lt;', '<')).toBe(title);
      expect(bib[0]?.author?.map(({ literal, family }) => literal ?? family)).toEqual(
        json?.author?.map(({ literal, family }) => literal ?? family?.replace('van der ', '')),
      );
      expect(isoDate(bib[0]?.issued)).toBe(date);
      expect(bib[0]?.URL).toBe(top + path);
      expect(ris).toMatchObject({ TI: title, DA: slashed(date), UR: top + path });
    }
  });

  it('has a reference of the essay in three styles, with its title as it stands', async () => {
    for (const { page, title, path } of await eachPage()) {
      const references = page.texts('.cite dd');

      expect(page.texts('.cite dt')).toEqual(['Chicago', 'APA', 'MLA']);
      const words = (each: string) => each.replace(/[\s"'“”‘’,.]+/g, '').toLowerCase();
      for (const reference of references) {
        expect(words(reference)).toContain(words(title));
        expect(reference).toContain(top + path);
        expect(reference).not.toMatch(/Qxq|\d{4}a\b/);
      }
      // In a folder of downloads each tells what it is of.
      const slug = path.split('/').at(-2);
      expect(page.attributes('.cite p a', 'download')).toEqual(
        [`${slug}`, `${slug}-sources`].flatMap((name) =>
          ['bib', 'ris', 'json'].map((format) => `${name}.${format}`),
        ),
      );
    }
  });

  it('has a feed that is Atom, with the full text and its notes', async () => {
    const feed = await text('feed.xml');
    const entries = readFeed(feed);

    expect(await faultsOf(feed, 'atom')).toEqual([]);
    expect(entries.map(({ id }) => id)).toEqual(essays.map(({ path }) => top + path));
    expect(entries.map(({ title }) => title)).toEqual(essays.map(({ title }) => title));
    expect(entries.map(({ updated }) => updated)).toEqual(essays.map(({ moment }) => moment));
    expect(/<updated>([^<]*)/.exec(feed)?.[1]).toBe(essays[0].moment);
    entries.forEach(({ content }, index) => {
      expect(selectAll('[role="doc-endnotes"] li[id]', content)).toHaveLength(
        essays[index]?.notes ?? 0,
      );
      const links = selectAll('a[href]', content).map(({ properties }) =>
        String(properties['href']),
      );
      expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
    });
    const ids = entries.flatMap(({ content }) =>
      selectAll('[id]', content).map(({ properties }) => properties['id']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = entries.flatMap(({ content }) =>
      selectAll('[role="doc-noteref"]', content).map(({ properties }) =>
        String(properties['href']),
      ),
    );
    for (const href of anchors) {
      const { pathname, hash } = new URL(href);
      const page = await readPage(site.root, `${pathname.slice(1)}index.html`);
      expect(page.attributes('[id]', 'id')).toContain(decodeURIComponent(hash.slice(1)));
    }
  });

  it('has a sitemap of every page, with the day where it is known', async () => {
    const sitemap = await text('sitemap.xml');
    const pages = (await listFiles(site.dist))
      .map((file) => relative(site.dist, file))
      .filter((name) => name.endsWith('index.html'))
      .map((name) => top + name.replace('index.html', ''));
    const dated = essays.filter(({ date }) => date.length === 10).map(({ path }) => top + path);

    expect(await faultsOf(sitemap, 'sitemap')).toEqual([]);
    expect([...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, url]) => url).sort()).toEqual(
      pages.sort(),
    );
    for (const url of dated) expect(sitemap).toContain(`<loc>${url}</loc><lastmod>`);
    expect(await text('robots.txt')).toContain(`Sitemap: ${top}sitemap.xml`);
  });

  it('has every essay as Markdown, with notes as GFM has them', async () => {
    for (const { path, title, notes } of essays) {
      const { yaml = '', body } = splitFrontMatter(await text(`${path}index.md`));
      const tree = gfm.parse(body);
      const labels = new Set<string>();
      const markers = new Set<string>();
      visit(tree, 'footnoteDefinition', ({ identifier }) => void labels.add(identifier));
      visit(tree, 'footnoteReference', ({ identifier }) => void markers.add(identifier));

      expect(parse(yaml)).toMatchObject({ title });
      expect(labels.size).toBe(notes);
      expect([...markers].sort()).toEqual([...labels].sort());
    }
  });

  it('lists its essays for machines that read text', async () => {
    const list = gfm.parse(await text('llms.txt'));
    const links: string[] = [];
    const names: string[] = [];
    visit(list, 'link', (link) => {
      links.push(link.url);
      names.push(markdownText(link));
    });

    expect(links).toEqual(essays.map(({ path }) => `${top}${path}index.md`));
    expect(names).toEqual(essays.map(({ title }) => title));
  });

  it('has a page of sources that leads to every use, with its sentence', async () => {
    const page = await readPage(site.root, 'sources/index.html');
    const uses = page.attributes('.source-list > li > ul a', 'href').map(String);
    const markers = (await eachPage()).flatMap((essay) =>
      essay.page
        .attributes('[role="doc-noteref"]', 'id')
        .map((id) => `../${essay.path}index.html#${id}`),
    );

    expect(new Set(uses.map(decodeURIComponent))).toEqual(new Set(markers));
    expect(page.texts('.source-list q').filter((sentence) => sentence === '')).toEqual([]);
    for (const { page: essay, path } of await eachPage()) {
      const prose = fold(textOf({ type: 'root', children: essay.all('.prose') })).replace(
        /\d/g,
        '',
      );
      const sentences = page
        .all('.source-list > li > ul > li')
        .filter((item) => selectAll('a', item)[0]?.properties['href']?.toString().includes(path))
        .map((item) => fold(textOf(selectAll('q', item)[0] ?? item)).replace(/\d/g, ''));
      for (const sentence of sentences) expect(prose).toContain(sentence);
    }
  });

  it('leads nowhere but to itself and to its sources', async () => {
    const own = await listFiles(site.dist);
    const dead: string[] = [];
    const allowed = new Set([
      'https://schema.org',
      'http://www.sitemaps.org/schemas/sitemap/0.9',
      // Names that JATS is written with.
      'https://jats.nlm.nih.gov/archiving/1.4/JATS-archivearticle1-4-mathml3.dtd',
      'http://www.niso.org/schemas/ali/1.0/',
      'http://www.w3.org/1998/Math/MathML',
      'http://www.w3.org/1999/xlink',
    ]);
    for (const { URL: address, DOI, custom } of sources.values()) {
      for (const each of [address, DOI && `https://doi.org/${DOI}`, custom?.archiveurl])
        if (each) allowed.add(each);
    }
    for (const file of own.filter((name) => /\.(?:html|xml|md|txt|json|bib|ris)$/.test(name))) {
      const content = await readFile(file, 'utf8');
      const found = content.match(/https?:\/\/[^\s"'<>{}()]+/g) ?? [];
      for (const raw of found) {
        const url = raw
          .replaceAll('&#x26;', '&')
          .replaceAll('&#x26;', '&')
          .replaceAll('&amp;', '&')
          .replace(/[.,;]+$|&#x3C;.*/g, '');
        const isArchive = allowed.has(
          url.replace(/^https:\/\/web\.archive\.org\/web\/(?:\d+\/)?/, ''),
        );
        const inside = url.startsWith(top) && decodeURI(url.slice(top.length).replace(/#.*/, ''));
        const isInside =
          inside !== false && existsSync(join(site.dist, inside.replace(/\/$|^$/, '/index.html')));
        const isKnown = isInside || isArchive || url === 'http://www.w3.org/2005/Atom';
        if (!isKnown) dead.push(`${relative(site.root, file)}: ${url}`);
      }
    }

    expect(dead).toEqual([]);
  });

  it('says on its first page what the site is, for networks', async () => {
    const page = await readPage(site.root, 'index.html');
    const properties = metaOf(page, 'property');

    expect(properties('og:type')).toEqual(['website']);
    expect(properties('og:title')).toEqual(page.texts('h1'));
    expect(properties('og:description')).toEqual(page.texts('.lede'));
    expect(properties('og:url')).toEqual([top]);
    expect(properties('og:image')).toEqual([`${top}card.png`]);
    expect(metaOf(page, 'name')('twitter:card')).toEqual(['summary_large_image']);
  });

  it('has a picture of itself and of every essay, of the right size and weight', async () => {
    for (const path of ['', ...essays.map((essay) => essay.path)]) {
      const picture = await readFile(join(site.dist, path, 'card.png'));

      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(picture.length).toBeLessThan(100_000);
    }
  });

  it('names on every page its icons, its manifest and its feed, and all are there', async () => {
    // The error page is shown at addresses where none of these would be found.
    const pages = (await listFiles(site.dist)).filter(
      (name) => name.endsWith('.html') && !name.endsWith('404.html'),
    );
    for (const file of pages) {
      const name = relative(site.dist, file);
      const page = await readPage(site.root, name);
      const links = page.all(
        'link[rel="icon"], link[rel="apple-touch-icon"], link[rel="manifest"], link[rel="alternate"]',
      );
      const targets = links.map(({ properties }) => String(properties['href']));
      const missing = targets.filter(
        (href) => !existsSync(join(site.dist, new URL(href, new URL(name, top)).pathname)),
      );

      expect(targets.some((href) => href.endsWith('feed.xml'))).toBe(true);
      expect(targets.some((href) => href.endsWith('favicon.ico'))).toBe(true);
      expect(missing).toEqual([]);
    }
    const manifest = z
      .object({ icons: z.array(z.object({ src: z.string(), sizes: z.string() })) })
      .parse(JSON.parse(await text('site.webmanifest')));
    for (const { src } of manifest.icons) expect(existsSync(join(site.dist, src))).toBe(true);
    const favicon = await readFile(join(site.root, 'dist/favicon.ico'));
    expect([favicon.readUInt16LE(2), favicon.readUInt16LE(4)]).toEqual([1, 1]);
    expect(favicon.subarray(favicon.readUInt32LE(18) + 1).toString('latin1', 0, 3)).toBe('PNG');
  });
});

describe('the page of sources', () => {
  let site: BuiltSite;
  let page: BuiltPage;

  beforeAll(async () => {
    site = await readGoodSite('published-essay-unplaced');
    page = await readPage(site.root, 'sources/index.html');
  });

  it('has every source in author-date form, sorted, with its anchor', () => {
    expect(page.attributes('.source-list > li', 'id')).toEqual([
      'kim2019',
      'lee2018',
      'lukin2019',
      'osborn2017',
      'roblin2018',
      'simoes2018',
      'snyder2019',
      'unsc1950',
    ]);
    expect(page.texts('#lukin2019 > p')).toEqual([
      'Lukin, Artyom. 2019. “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2. https://www.38north.org/2019/05/alukin050219/ archived copy',
    ]);
  });

  it('has robust links, as the notes have', async () => {
    const essay = await readPage(site.root, `${published}index.html`);
    const robust = [
      'https://www.38north.org/2019/05/alukin050219/',
      'https://web.archive.org/web/20190502/https://www.38north.org/2019/05/alukin050219/',
      '2019-05-02',
    ];

    for (const [where, selector] of [
      [page, '#lukin2019 > p > a[data-originalurl]'],
      [essay, '#fn-lukin2019 a[data-originalurl]'],
    ] as const) {
      const [link] = where.all(selector);
      const { dataOriginalurl, dataVersionurl, dataVersiondate } = link?.properties ?? {};
      expect([dataOriginalurl, dataVersionurl, dataVersiondate]).toEqual(robust);
    }
    const plain = '[role="doc-endnotes"] a[href^="http"]:not([data-versiondate], [aria-hidden])';
    expect(essay.all(`${plain}:not(.archived)`)).toEqual([]);
    expect(essay.attributes('#fn-lukin2019 .archived', 'href')).toEqual([robust[1]]);
  });

  it('shows a source that is used twice with both sentences', () => {
    expect(page.texts('#snyder2019 q')).toEqual([
      'In 2018, Chinese imports to North Korea increased to over 71 times greater than those from Russia.',
      'Reinforcing China’s status as North Korea’s most important neighbor is the fact that Putin had not personally met with Kim Jong Un until April 2019.',
    ]);
    expect(page.texts('#snyder2019 > ul a')).toEqual([
      'North Korea and Russian Relations, note 6',
      'North Korea and Russian Relations, note 6',
    ]);
  });
});

describe('a site that does not know where it is published', () => {
  it('names no host, and has no feed and no sitemap', async () => {
    const site = await readGoodSite('published-essay-unplaced');
    const { dist } = site;
    const files = (await listFiles(dist)).map((file) => relative(dist, file));
    const page = await readPage(site.root, `${published}index.html`);

    expect(files.filter((name) => /feed|sitemap/.test(name))).toEqual([]);
    expect(await readFile(join(dist, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
    expect(page.all('link[type="application/atom+xml"], meta[property="og:image"]')).toEqual([]);
    expect(metaOf(page, 'name')('citation_public_url')).toEqual([]);
    expect(metaOf(page, 'name')('citation_title')).toEqual(['North Korea and Russian Relations']);
    for (const name of files.filter((each) => !/\.(?:png|ico|svg)$/.test(each))) {
      expect(await readFile(join(dist, name), 'utf8')).not.toMatch(/localhost|essays\.example/);
    }
  });
});

const schemaTypes: Record<string, string> = {
  report: 'Report',
  webpage: 'WebPage',
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  book: 'Book',
  chapter: 'Chapter',
};

function metaOf(page: BuiltPage, attribute: 'name' | 'property') {
  return (name: string) => page.attributes(`meta[${attribute}="${name}"]`, 'content');
}

type Node = Record<string, unknown> & { '@type'?: string[] };

/** The linked data of a page as JSON-LD expands it, with schema.org as its only vocabulary and no network. */
async function expandedData(page: BuiltPage): Promise<Node[]> {
  const json: unknown = JSON.parse(
    textOf(page.all('script[type="application/ld+json"]')[0] ?? page.tree),
  );
  const document = { '@context': { '@vocab': 'https://schema.org/' } };
  const documentLoader = async (url: string) => {
    if (url !== 'https://schema.org') throw new Error(`${url} is no context of ours.`);
    return { contextUrl: undefined, documentUrl: url, document };
  };
  const expanded = await jsonld.expand(z.record(z.string(), z.json()).parse(json), {
    documentLoader,
  });
  return z.array(z.record(z.string(), z.unknown())).parse(expanded) as Node[];
}

function nodes(node: unknown, property: string): Node[] {
  const parsed = z.record(z.string(), z.unknown()).parse(node);
  const found = parsed[`https://schema.org/${property}`] ?? [];
  return z.array(z.record(z.string(), z.unknown())).parse(found) as Node[];
}

function value(node: unknown, property: string): unknown[] {
  return nodes(node, property).map((each) => each['@value']);
}

function readItems(data: unknown): CslItem[] {
  return z.array(cslItem).parse(typeof data === 'string' ? JSON.parse(data) : data);
}

function parseWith(data: string, type: string): unknown {
  return plugins.input.chain(data, { forceType: type, generateGraph: false });
}

const risRecord = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** RIS as Citation.js reads it, tag by tag. */
function readRis(text: string) {
  return z
    .array(risRecord)
    .parse(plugins.input.data(text, '@ris/file'))
    .map(({ TY: _, ...fields }) => fields);
}

/** What RIS can say of a source. */
function risFields(item: CslItem) {
  const name = ({ family, given, literal, ...rest }: NonNullable<CslItem['author']>[number]) =>
    literal ??
    [[rest['non-dropping-particle'], family].filter(Boolean).join(' '), given, rest['suffix']]
      .filter(Boolean)
      .join(', ');
  const list = (names: CslItem['author']) =>
    names === undefined || names.length === 1 ? names?.map(name)[0] : names.map(name);
  const [start, end] = String(item['page'] ?? '').split('-');
  const date = isoDate(item.issued);
  const fields = {
    ID: item.id,
    AU: list(item.author),
    A2: list(item.editor),
    TI: plain(item.title),
    T2: item['container-title'] ?? item['collection-title'],
    PB: item.publisher,
    CY: item['publisher-place'],
    PY: date?.slice(0, 4),
    DA: date && slashed(date),
    Y2: item.accessed && slashed(isoDate(item.accessed) ?? ''),
    SP: start,
    EP: end,
    SN: item.type === 'report' ? item['number'] : undefined,
    LA: item.language,
    DO: item.DOI,
    UR: item.URL,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, each]) => each));
}

function slashed(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}/${month}/${day}/`;
}

function plain(title = ''): string {
  return title.replace(/<\/?i>/g, '');
}

function readFeed(xml: string) {
  const [feed] = fromXml(xml).children.filter((node) => node.type === 'element');
  const entries = (feed?.children ?? []).filter(
    (node) => node.type === 'element' && node.name === 'entry',
  );
  return entries.map((entry) => {
    const field = (name: string) => {
      const children = 'children' in entry ? entry.children : [];
      const found = children.find((node) => node.type === 'element' && node.name === name);
      return textIn(found);
    };
    const content = fromHtml(field('content'), { fragment: true });
    return { id: field('id'), title: field('title'), updated: field('updated'), content };
  });
}

function textIn(node: unknown): string {
  const parsed = z.looseObject({
    value: z.string().optional(),
    children: z.array(z.unknown()).optional(),
  });
  const { value: own = '', children = [] } = parsed.parse(node ?? {});
  return own + children.map(textIn).join('');
}

function markdownText(node: unknown): string {
  return textIn(node);
}

function fold(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
