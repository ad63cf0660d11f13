import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { readArchive } from '../support/read-editions.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';
import { readPdf } from '../support/read-pdf.ts';
import { validateJats } from '../support/validate-jats.ts';

const words = 'Ships that entered in 1950: 1,084.';
let site: BuiltSite;
let page: BuiltPage;

const fileOf = (name: string) => join(site.dist, '2020/05/with-a-figure', name);
const readText = (name: string) => readFile(fileOf(name), 'utf8');

beforeAll(async () => {
  site = await readGoodSite('linked-essays');
  page = await readPage(site.root, '2020/05/with-a-figure/index.html');
});

it('a picture says the language of its description', () => {
  expect(page.attributes('.prose picture img', 'lang')).toEqual(['ru']);
});

describe('an essay that imports a component of its own folder', () => {
  it('shows what the component makes, in its styles', () => {
    expect(page.texts('.prose .ships figcaption')).toEqual([words]);
    expect(page.texts('head style').filter((text) => text.includes('.ships['))).toHaveLength(1);
  });

  it('gives its styles to no other page and no file', async () => {
    const others = site.files.filter((name) => /\.(?:html|css|js)$/.test(name));
    const styled: string[] = [];
    for (const name of others) {
      const text = await readFile(join(site.dist, name), 'utf8');
      if (text.includes('.ships[')) styled.push(name);
    }

    expect(others.length).toBeGreaterThan(6);
    expect(styled).toEqual(['2020/05/with-a-figure/index.html']);
  });

  it('has its words and its drawing in every edition, and in Markdown a link to them', async () => {
    const { alternatives } = await readPdf(fileOf('with-a-figure.pdf'));
    const bytes = new Uint8Array(await readFile(fileOf('with-a-figure.pdf')));
    const { text } = await extractText(bytes, { mergePages: true });
    const epub = await readArchive(fileOf('with-a-figure.epub'));
    const docx = await readArchive(fileOf('with-a-figure.docx'));

    expect(text.replace(/\s+/g, ' ')).toContain(words);
    expect(alternatives).toContain('Ships in 1950.');
    expect(epub('EPUB/text/ch001.xhtml')).toMatch(
      /<img src="..\/media\/file\d\.svg" alt="Ships in 1950\." \/>[\s\S]*Ships that entered in 1950/,
    );
    expect(docx('word/document.xml')).toContain('descr="Ships in 1950."');
    expect(docx('word/document.xml')).toContain('Ships that entered in 1950');
    const jats = await readText('with-a-figure.xml');
    expect(jats).toContain('Ships that entered in 1950');
    expect(jats).toContain(
      'mimetype="image" mime-subtype="svg+xml" xlink:href="data:image/svg+xml;',
    );
    expect(jats).not.toContain('mime-subtype=""');
    expect(await validateJats(fileOf('with-a-figure.xml'))).toBe('valid');
    expect(await readText('index.md')).toMatch(/\n\n> \[Ships\]\(index\.html\)\n$/);
  });

  it('is whole in the feed, without the styles of its page', async () => {
    const feed = await readFile(join(site.dist, 'feed.xml'), 'utf8');

    expect(feed).toContain('Ships that entered in 1950');
    expect(feed).not.toContain('.ships[');
  });
});
