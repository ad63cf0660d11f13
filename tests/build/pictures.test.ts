/** Pictures of a text: figures with captions that cite, in sizes for every screen, and in every edition. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { readArchive, readDocx, readEpub, readJats } from '../support/read-editions.ts';
import { type BuiltPage, noteTexts, readPage } from '../support/read-page.ts';
import { readPdf } from '../support/read-pdf.ts';
import { validateJats } from '../support/validate-jats.ts';

const path = '2026/08/river';
let site: BuiltSite;
let page: BuiltPage;

beforeAll(async () => {
  site = await readGoodSite('pictures');
  page = await readPage(site.root, `${path}/index.html`);
});

const published = (address: unknown) =>
  readFile(join(site.dist, path, decodeURI(String(address).replace(/ \d+w$/, ''))));
const sizesOf = (srcset: unknown) =>
  String(srcset)
    .split(', ')
    .map((candidate) => candidate.split(' ')[1]);

describe('a figure', () => {
  it('has its caption, formatted, with markers of notes in one sequence with the text', () => {
    expect(page.texts('.prose figcaption')).toEqual([
      'The river between its banks.1 It has a note of its own.2 Photograph: Anna Müller.3',
      'The bridge. Drawn for this test.',
      'Ships by year.',
      'An old map, twice.',
    ]);
    expect(page.texts('.prose figcaption em')).toEqual(['banks']);
    expect(page.texts('.prose figcaption small')).toEqual([
      'Photograph: Anna Müller.3',
      'Drawn for this test.',
    ]);
    expect(page.attributes('figcaption [role="doc-noteref"]', 'id')).toEqual([
      'fnref-kim2021',
      'fnref-own',
      'fnref-müller2020-p12',
    ]);
    expect(noteTexts(page)).toEqual([
      'Kim Chul-Soo, “The Lower Tumen,” Journal of Examples, May 2021.',
      'The river. See (Müller, Anna, Rivers and Borders, Example Press, 2020).',
      'Müller, Anna, Rivers and Borders, Example Press, 2020, p. 12.',
    ]);
  });

  it('is no paragraph, and a picture in the line of its words is no figure', () => {
    expect(page.all('.prose figure')).toHaveLength(5);
    expect(page.texts('.prose > p[id]')).toEqual([
      'The first paragraph cites again.1 See the figures.',
      'The second paragraph has a flag in it.',
      'This is no caption, since it stands on the line of the picture.',
    ]);
  });
});

describe('a picture', () => {
  it('comes in sizes for every screen, and no larger than it is', () => {
    expect(page.attributes('.prose figure:first-child source', 'type')).toEqual([
      'image/avif',
      'image/webp',
    ]);
    const [view, , bridge] = page.attributes('.prose figure source', 'srcSet');
    expect(sizesOf(view)).toEqual(['360w', '720w', '1080w', '1440w']);
    expect(sizesOf(bridge)).toEqual(['360w', '400w']);
  });

  it('keeps its place free before it is there, and is loaded late below the first screen', () => {
    const figures = '.prose figure img';
    expect(page.attributes(figures, 'width')).toEqual([2000, 400, 400, 400, 800, 800]);
    expect(page.attributes(figures, 'height')).toEqual([333, 600, 250, 250, 500, 500]);
    expect(page.attributes(figures, 'loading')).toEqual([
      'eager',
      'lazy',
      'lazy',
      'lazy',
      'lazy',
      'lazy',
    ]);
  });

  it('stands as its camera was held, and nothing that is published says where that was', async () => {
    const files = site.files.filter((name) => /\.(?:jpe?g|png|webp|avif|gif)$/i.test(name));
    const looked = files.map(async (name) => {
      const { exif, width, height } = await sharp(join(site.dist, name)).metadata();
      return { name, exif, isHigh: height > width };
    });
    const all = await Promise.all(looked);

    expect(all.length).toBeGreaterThan(15);
    expect(all.filter(({ exif }) => exif !== undefined)).toEqual([]);
    expect(all.filter(({ name }) => name.includes('BRIDGE')).every(({ isHigh }) => isHigh)).toBe(
      true,
    );
  });

  it('is published only when it is shown', () => {
    expect(site.files.filter((name) => name.includes('unused'))).toEqual([]);
    expect(site.files.filter((name) => /\.(?:JPG|jpeg)$/.test(name))).toEqual([]);
  });

  it('that is a drawing is published as it is, and one that moves still does', async () => {
    const [, , , drawing] = page.attributes('.prose figure img', 'src');
    expect(await published(drawing)).toEqual(
      await readFile(join(site.root, 'content/essays/river/trade.svg')),
    );
    const [flag] = page.attributes('.prose p img', 'src');
    expect(await sharp(await published(flag)).metadata()).toMatchObject({
      format: 'gif',
      pages: 3,
    });
    expect(page.attributes('.prose p img', 'title')).toEqual(['It moves.', undefined]);
  });
});

describe('beside the page', () => {
  it('are the files that the text links to, as they are', async () => {
    const links = page.attributes('.prose a[href^="trade"]', 'href');

    expect(links).toEqual(['trade.csv', 'trade.svg']);
    for (const name of links) {
      expect(await published(name)).toEqual(
        await readFile(join(site.root, `content/essays/river/${name}`)),
      );
    }
  });

  it('is the essay as Markdown, all of whose pictures and files are published', async () => {
    const markdown = await readFile(join(site.dist, path, 'index.md'), 'utf8');
    const addresses = [...markdown.matchAll(/\]\((?!http)([^)\s]+)|^\[trade\]: (\S+)/gm)].map(
      ([, inline, defined]) => inline ?? defined,
    );

    expect(addresses).toHaveLength(10);
    for (const address of addresses) expect((await published(address)).length).toBeGreaterThan(0);
    expect(markdown).toContain('The river between its *banks*.[^kim2021] It has');
  });
});

describe('an edition', () => {
  it('has the same notes, those of captions among them', async () => {
    const fileOf = (format: string) => join(site.dist, path, `river.${format}`);
    const editions = [
      await readPdf(fileOf('pdf')),
      await readEpub(fileOf('epub')),
      await readDocx(fileOf('docx')),
      await readJats(fileOf('xml')),
    ];

    for (const { markers, notes } of editions) {
      expect(markers).toEqual([1, 2, 3, 1]);
      expect(notes).toHaveLength(3);
    }
  });

  it('has the lead picture before its text, with its words', async () => {
    const docx = await readArchive(join(site.dist, path, 'river.docx'));
    const epub = await readArchive(join(site.dist, path, 'river.epub'));
    const texts = [
      docx('word/document.xml'),
      epub('EPUB/text/ch001.xhtml'),
      await readFile(join(site.dist, path, 'river.xml'), 'utf8'),
    ].map((text) => text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '));

    for (const text of texts) {
      expect(text.indexOf('The lead picture. Drawn for this test.')).toBeGreaterThan(0);
      expect(text.indexOf('The lead picture.')).toBeLessThan(text.indexOf('The river between'));
    }
    const { alternatives } = await readPdf(join(site.dist, path, 'river.pdf'));
    expect(alternatives[0]).toBe('A bridge that is higher than it is wide.');
    expect(epub('EPUB/content.opf')).toContain('schema:accessMode">visual');
  });

  it('is JATS by its DTD, though a picture is a link', async () => {
    expect(await validateJats(join(site.dist, path, 'river.xml'))).toBe('valid');
  });

  it('has photographs as JPEG, drawings as they are, and all of them in their shape', async () => {
    const docx = await readArchive(join(site.dist, path, 'river.docx'));
    const epub = await readArchive(join(site.dist, path, 'river.epub'));
    const shapes = [...docx('word/document.xml').matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(
      ([, width, height]) => Number((Number(width) / Number(height)).toFixed(1)),
    );

    expect(shapes).toEqual([0.7, 6, 0.7, 1.6, 1.6, 1.6, 1.6, 1.5, 1.5]);
    expect(
      [...epub('EPUB/text/ch001.xhtml').matchAll(/<img src="[^"]*\.(\w+)"/g)].map(
        ([, ending]) => ending,
      ),
    ).toEqual(['jpg', 'jpg', 'jpg', 'png', 'svg', 'jpg', 'jpg', 'png', 'png']);
  });
});
