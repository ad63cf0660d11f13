import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../../src/importing/failure.ts';
import { importBytes, onlyEssay } from '../../support/import-document.ts';

const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><article><body><p>&b;</p></body></article>`;

const zipOf = (parts: Record<string, string>, level: 0 | 1 = 0) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level,
  });

/** A bit of the flags of the one entry (APPNOTE.TXT 4.4.4), in both places that have them. */
function lock(bytes: Uint8Array): Uint8Array {
  const locked = bytes.slice();
  const view = new DataView(locked.buffer);
  for (let at = 0; at + 4 < locked.length; at += 1) {
    const sign = view.getUint32(at, true);
    if (sign === 0x04034b50) view.setUint16(at + 6, 1, true);
    if (sign === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return locked;
}

/** The container of Word 97, with the name of the stream that holds a locked document of today. */
const oldContainer = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(name, 'utf16le'),
  ]);

const files: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['an empty file', 'a.docx', new Uint8Array(), '“a.docx” is empty.'],
  ['a file of spaces', 'a.md', strToU8(' \n\n'), '“a.md” is empty.'],
  [
    'a broken archive',
    'a.docx',
    strToU8('PK\x03\x04 and no more'),
    '“a.docx” is damaged: it is no whole archive. Save it again, or get it anew.',
  ],
  [
    'what only calls itself a document',
    'a.docx',
    strToU8('no archive'),
    '“a.docx” is damaged: it is no docx file. Save it again, or get it anew.',
  ],
  [
    'a document with a password',
    'a.docx',
    oldContainer('EncryptedPackage'),
    '“a.docx” is locked with a password. Open it, save it without one, and import that.',
  ],
  [
    'an archive with a password',
    'a.odt',
    lock(zipOf({ 'content.xml': '<a/>' })),
    '“a.odt” is locked with a password. Open it, save it without one, and import that.',
  ],
  [
    'an OpenDocument text with a password',
    'a.odt',
    zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
    }),
    '“a.odt” is locked with a password. Open it, save it without one, and import that.',
  ],
  [
    'a document of Word 97',
    'a.doc',
    oldContainer('WordDocument'),
    '“a.doc” is in Word’s format of before 2007. Save it as .docx, and import that.',
  ],
  [
    'a book whose list of chapters is broken',
    'a.epub',
    zipOf({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<rootfile full-path="a.opf"/>',
      'a.opf': '<package><metadata>',
    }),
    '“a.epub” is damaged: its a.opf is no whole XML (Missing end tag for element metadata (line 1, column 20)).',
  ],
  [
    'a bomb of entities',
    'a.xml',
    strToU8(bomb),
    '“a.xml” is refused: it defines entities of its own (“<!ENTITY a”), which no document needs and which can be made to fill a computer.',
  ],
  [
    'the same in an archive',
    'a.docx',
    zipOf({ 'word/document.xml': bomb }),
    '“a.docx” is refused: it defines entities of its own (“<!ENTITY a” in word/document.xml), which no document needs and which can be made to fill a computer.',
  ],
  [
    'a bomb of an archive',
    'a.docx',
    zipOf({ 'word/document.xml': ' '.repeat(30_000_000) }, 1),
    '“a.docx” is refused: unpacked, it would have 29 MB in one file, as no document has.',
  ],
  [
    'a path that climbs out',
    'a.docx',
    zipOf({ '../../evil.sh': 'x', 'word/document.xml': '<a/>' }),
    '“a.docx” is refused: it holds a file “../../evil.sh”, whose path leads out of it.',
  ],
  [
    'a PDF',
    'a.pdf',
    strToU8('%PDF-1.7'),
    '“a.pdf” is a PDF, which has lines and no paragraphs. Import the file that it was made from.',
  ],
  [
    'an archive of another kind',
    'a.zip',
    zipOf({ 'a.txt': 'x' }),
    '“a.zip” is an archive, but no .docx, .odt or .epub. Unpack it, and import the document in it.',
  ],
  [
    'broken JATS',
    'a.jats',
    strToU8('<article><body><p>It ends'),
    '“a.jats” is damaged: it is no whole XML',
  ],
  [
    'bytes that are no text',
    'a.bin',
    new Uint8Array([1, 0, 255, 254, 0]),
    '“a.bin” is nothing that can be imported: it is no text and no document.',
  ],
  [
    'another encoding',
    'a.md',
    new Uint8Array([0x4d, 0xfc, 0x6c]),
    '“a.md” is not in UTF-8. Save or export it again in UTF-8.',
  ],
];

describe('what is not taken in', () => {
  it.each(files)('is refused in a sentence: %s', async (_what, name, bytes, sentence) => {
    const failure = await importBytes(name, bytes).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ImportFailure);
    expect(failure instanceof ImportFailure && failure.message).toContain(sentence);
  });

  it('runs no script and follows no link to one', async () => {
    const page = `<html><body><article><h1>Scripts</h1><p>It is <a href="javascript:alert(1)">here</a>.<script>alert(2)</script> <img src="../../secret.png" alt="A secret"> It goes on for a while, so that it is an article of some length, with commas, too.</p></article></body></html>`;

    const { body, remarks } = onlyEssay(await importBytes('a.html', strToU8(page)));

    expect(body).not.toMatch(/script|alert/);
    expect(remarks.filter(({ kind }) => kind === 'refused').map(({ message }) => message)).toEqual([
      'A script is left out of the text.',
      '“here” was a link that runs code; its words stay.',
    ]);
    expect(remarks.map(({ message }) => message)).toContain(
      'The picture “../../secret.png” (“A secret”) is not here: its path leads out of the folder.',
    );
  });

  it('overwrites nothing: an essay of this name is named', async () => {
    const text = strToU8('<!doctype html><title>Seen before</title><p>Words.</p>');

    const { essays } = await importBytes('a.html', text, { essays: ['seen-before.mdx'] });

    expect(essays[0]?.essay).toEqual({
      faults: [
        'There is content/essays/seen-before.mdx already. Give this one another name, as in: --name seen-before-2',
      ],
    });
  });
});
