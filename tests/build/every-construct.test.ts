import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EditionDocument, Editions } from '../../src/editions/document.ts';
import { makeAll } from '../../src/editions/make-all.ts';
import { editionDocument } from '../support/edition-document.ts';
import { readArchive, readDocx, readEpub, readJats } from '../support/read-editions.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { validateJats } from '../support/validate-jats.ts';

let folder: string;
let document: EditionDocument;
let editions: Editions;
let pdf: ReadPdf;

const fileOf = (format: string) => join(folder, `essay.${format}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editions-'));
  document = await editionDocument();
  editions = await makeAll(document);
  for (const [format, bytes] of Object.entries(editions)) await writeFile(fileOf(format), bytes);
  pdf = await readPdf(fileOf('pdf'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('an essay with lists, a quotation, a table, code, a figure and letters of Korea', () => {
  it('has the same markers and notes in every edition', async () => {
    const all = [
      pdf,
      await readEpub(fileOf('epub')),
      await readDocx(fileOf('docx')),
      await readJats(fileOf('jats')),
    ];

    for (const { markers, notes } of all) {
      expect(markers).toEqual([1, 2, 1, 1, 2]);
      expect(notes.map(({ text }) => text.replace(/\s/g, ''))).toEqual([
        'Kim,TheBook,https://example.org/?a=1&b=2.',
        'Theriver.Itsotherbank.',
      ]);
      expect(notes.map(({ links }) => links)).toEqual([['https://example.org/?a=1&b=2'], []]);
    }
  });

  it('is PDF/UA, with its headings, its picture described, and letters of both scripts', () => {
    expect(pdf.headings).toEqual([
      'An Essay & <More>',
      'A heading',
      'A smaller one',
      'References',
      'Editorial remarks',
    ]);
    expect(pdf.alternatives).toEqual(['A map of two countries.', 'A dot.']);
    expect(pdf.info).toMatchObject({ Title: 'An Essay & <More>', CreationDate: 'D:202611' });
    expect(pdf.paragraphs.join(' ')).toMatch(
      /One “quoted” word\..*\$ \* _ @ # six\..*한국어, with 김철수\./s,
    );
  });

  it('names its sources behind the text of the PDF, and in no other edition', async () => {
    expect(pdf.paragraphs).toContain('Kim. 2019. The Book.');
    const epub = await readArchive(fileOf('epub'));
    expect(epub('EPUB/text/ch001.xhtml')).not.toContain('2019. ');
    expect((await readArchive(fileOf('docx')))('word/document.xml')).not.toContain('References');
  });

  it('is JATS by its DTD, with names and titles as their parts', async () => {
    const jats = Buffer.from(editions.jats).toString('utf8');

    expect(await validateJats(fileOf('jats'))).toBe('valid');
    expect(jats).toContain('<surname>van der Berg</surname>');
    expect(jats).toContain('<source>The <italic>Book</italic> ');
    expect(jats).toContain('<string-name>김철수</string-name>');
  });

  it('has its figure in the EPUB as it is drawn, with outlines for its words, and as a picture in Word', async () => {
    const figure = (await readArchive(fileOf('epub')))('EPUB/media/file0.svg');
    const drawing = document.figure?.svg.replace(/<\/svg>\s*$/, '');
    expect(figure.slice(0, drawing?.length)).toBe(drawing);
    expect(figure.slice(drawing?.length)).toMatch(/^<svg [\s\S]*<use [\s\S]*<\/svg>\s*$/);
    expect((await readArchive(fileOf('docx')))('word/document.xml')).toContain(
      'A map of two countries.',
    );
  });

  it('has the pictures of its text in it, or links them where the page has them', async () => {
    const epub = await readArchive(fileOf('epub'));

    expect(epub('EPUB/text/ch001.xhtml')).toMatch(
      /<img src="..\/media\/file\d.png" alt="A dot." \/>/,
    );
    expect(epub('EPUB/text/ch001.xhtml')).toContain('<em>A far picture.</em>');
    expect((await readArchive(fileOf('docx')))('word/document.xml')).toContain('A dot.');
    expect(Buffer.from(editions.jats).toString()).toContain(
      'xlink:href="https://essays.example/_astro/dot.png"',
    );
  });

  it('links to other pages where they are published, and nowhere within that is not there', async () => {
    const text = (await readArchive(fileOf('epub')))('EPUB/text/ch001.xhtml');

    expect(text).toContain('<a href="https://essays.example/2020/01/other/">Elsewhere</a>');
    expect(text).toContain('<a href="ch001.xhtml#a-heading">below</a>');
    expect(text).toContain('below</a>, here.');
  });

  it('is made of the same bytes on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-04T03:02:01Z') });
    try {
      const again = await makeAll(document);

      for (const format of ['pdf', 'epub', 'docx', 'jats'] as const) {
        expect(Buffer.compare(again[format], editions[format]), format).toBe(0);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not made from a page whose notes are not those of its record', async () => {
    const other = { ...document, html: document.html.replace('The river.', 'The lake.') };

    await expect(makeAll(other)).rejects.toThrow(
      'The notes of the page are not those of its record.',
    );
  });
});
