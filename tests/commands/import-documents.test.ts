import { describe, expect, it } from 'vitest';
import { importBytes, onlyEssay, parseImported } from '../support/import-document.ts';
import { changePart, cslField, makeDocument, putFields } from '../support/make-documents.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const ahn = {
  id: 7,
  type: 'article-journal',
  title: 'A Quiet Border',
  author: [{ family: 'Ahn', given: 'Mi-Rae' }],
  'container-title': 'Journal of Made-up Studies',
  volume: '3',
  page: '1-20',
  DOI: '10.5555/quiet.2018',
  issued: { 'date-parts': [['2018', 4]] },
};
const okafor = {
  id: 'okafor',
  type: 'book',
  title: 'Bridges and Ferries',
  author: [{ family: 'Okafor', given: 'Ada' }],
  publisher: 'Made-up Press',
  'publisher-place': 'Lagos',
  issued: { 'date-parts': [[2017]] },
};

/** Everything that an author may write, twice: as Markdown, and as this site is to have it. */
const whole = String.raw`---
title: Crossing the Tumen
author: [Mi-Rae Ahn, Bo Li]
date: 14 March 2019
lang: en
---

# The river

The river rises on *Mount **Paektu***,[^a] and <sup>runs</sup> to the sea. Its price was \$5 or \{more\}, as \<somebody\> wrote.[^b] import is a word, too.

import nothing of it: a paragraph that begins so is no code.

## Tables and lists

- first, with \@somebody
- second[^c]

1. one
2. two

> A quotation.[^b]

| Year | Ice |
|------|----:|
| 1951 | 92  |
| 1952 | 88  |

~~~js
const ice = { days: 92 };
~~~

Its ${'`'}code${'`'} and [a link](https://rivers.example/a_b?c=1&d=2).

[^a]: The highest of them.
[^b]: Personal letter.

    With a second paragraph.
[^c]: Ibid., 12.
`;

const body = String.raw`## The river

The river rises on *Mount __Paektu__*,[^a] and <sup>runs</sup> to the sea. Its price was \$5 or \{more}, as \<somebody> wrote.[^b] import is a word, too.

&#x69;mport nothing of it: a paragraph that begins so is no code.

### Tables and lists

- first, with \@somebody
- second[^c]

1. one
2. two

> A quotation.[^b]

| Year | Ice |
| - | -: |
| 1951 | 92 |
| 1952 | 88 |

${'```'}js
const ice = { days: 92 };
${'```'}

Its ${'`'}code${'`'} and [a link](https://rivers.example/a_b?c=1\&d=2).

[^a]: The highest of them.

[^b]: Personal letter.

    With a second paragraph.

[^c]: Ibid., 12.`;

/** What the formats cannot say is not asked of them: labels, languages of code, a note that is used twice. */
function asNotes(text: string): string {
  return text
    .replaceAll('[^a]', '[^note-1]')
    .replaceAll('[^b]', '[^note-2]')
    .replaceAll('[^c]', '[^note-3]');
}

describe('Markdown', () => {
  it('keeps everything, labels and a note that is used twice with it', async () => {
    const imported = await importBytes('crossing.md', bytesOf(whole));

    const { body: made, fields, counts, remarks } = onlyEssay(imported);
    expect(made).toBe(body);
    expect(fields).toMatchObject({
      title: 'Crossing the Tumen',
      authors: ['Mi-Rae Ahn', 'Bo Li'],
      date: { iso: '2019-03-14' },
    });
    expect(counts).toMatchObject({ markers: 4, notes: 3 });
    expect(counts.wordsOut).toBe(counts.wordsIn);
    expect(remarks).toEqual([
      {
        kind: 'offered',
        message:
          '[^c], “Ibid., 12.”, leans on another note. Cite the source itself, as in [@key, p. 12].',
      },
    ]);
    expect((await parseImported(imported)).problems).toEqual([]);
  });

  it('has the pictures beside it, and names those that are not there', async () => {
    const text = '# Thaw\n\nA river.\n\n![Ice.](pictures/ice.gif)\n\n![Snow.](snow.gif)\n';
    const beside = {
      'pictures/ice.gif': new Uint8Array(Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')),
    };

    const {
      body: made,
      pictures,
      remarks,
    } = onlyEssay(
      await importBytes('a.md', bytesOf(text), { beside, said: { title: 'Thaw', date: '2019' } }),
    );

    expect(made).toBe(
      'A river.\n\n![Ice.](ice.gif)\n\n{/* A picture belongs here: snow.gif, “Snow.” */}',
    );
    expect([...pictures.keys()]).toEqual(['ice.gif']);
    expect(remarks.map(({ message }) => message)).toEqual([
      'The picture “snow.gif” (“Snow.”) is not here: there is no such file beside the document.',
    ]);
  });

  it('takes what it cites out of its bibliography, as its author wrote it', async () => {
    const bib = `@book{okafor2017, author = {Okafor, Ada}, title = {Bridges and Ferries}, publisher = {Made-up Press}, date = {2017}}
@book{unused, author = {Nobody}, title = {Nothing}, publisher = {None}, date = {2000}}`;
    const text =
      '---\ntitle: Cited\nbibliography: [sources.bib, ../secret.bib]\n---\n\nIt is so.[see @okafor2017, p. 12] As @okafor2017 says, [@missing2000].';

    const imported = await importBytes('a.md', bytesOf(text), {
      beside: { 'sources.bib': bytesOf(bib) },
    });

    const { body: made, remarks, counts } = onlyEssay(imported);
    expect(imported.newKeys).toEqual(['okafor2017']);
    expect(imported.bibliography).toContain('@book{okafor2017, author = {Okafor, Ada}');
    expect(imported.bibliography).not.toContain('unused');
    expect(made).toBe(
      String.raw`It is so.[see @okafor2017, p. 12] As @okafor2017 says, \[\@missing2000].`,
    );
    expect(counts.citations).toBe(2);
    expect(remarks.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'offered: The document states no date; the essay has this month’s, 2026-11. Correct it, or give it with --date.',
      'refused: The bibliography “../secret.bib” is not read: its path leads out of the folder. Name it on the command line.',
      'not-understood: “[@missing2000]” cites a source that is not in the bibliography; it stands in the document’s own words.',
    ]);
    expect((await parseImported(imported)).problems).toEqual([]);
  });
});

describe('a file of a word processor', () => {
  it.each(['docx', 'odt'])('keeps everything that it can say: .%s', async (format) => {
    const imported = await importBytes(`crossing.${format}`, await makeDocument(whole, format));

    const { body: made, fields, counts } = onlyEssay(imported);
    const plain = (text: string) =>
      text
        .replace(/^```\w*/gm, '```')
        .replace(/\[\^[\w-]+\]/g, '[^]')
        .replace(/ -:/g, ' -')
        .replace(/<\/?sup>/g, '');
    // Of a note that is used twice, these formats have two.
    const [prose = ''] = plain(asNotes(body)).split('\n\n[^]:');
    expect(plain(made).split('\n\n[^]:')[0]).toBe(prose);
    expect(fields).toMatchObject({
      title: 'Crossing the Tumen',
      authors: ['Mi-Rae Ahn', 'Bo Li'],
      date: { iso: '2019-03-14' },
    });
    expect(counts).toMatchObject({ markers: 4, notes: 4 });
    expect(counts.wordsOut).toBe(counts.wordsIn);
    expect((await parseImported(imported)).problems).toEqual([]);
  });

  it('makes entries of what Zotero and Mendeley keep in fields, and citations of the notes', async () => {
    const text =
      '---\ntitle: Cited\n---\n\nIn a note.[^1] In the text FIELDB. In a note with words.[^2] Twice FIELDC.\n\n[^1]: FIELDA.\n[^2]: Not so; compare FIELDD, who was there.\n';
    const docx = putFields(await makeDocument(text, 'docx'), {
      FIELDA: cslField('ZOTERO_ITEM CSL_CITATION', 'Mi-Rae Ahn, “A Quiet Border,” 12', [
        { item: ahn, locator: '12' },
      ]),
      FIELDB: cslField('CSL_CITATION', '(Okafor, 2017)', [{ item: okafor }]),
      FIELDC: cslField('CSL_CITATION', '(see Ahn, 2018; Okafor, 2017)', [
        { item: ahn, prefix: 'see ' },
        { item: okafor },
      ]),
      FIELDD: cslField('ZOTERO_ITEM CSL_CITATION', 'Okafor, Bridges, 7', [
        { item: okafor, locator: '7' },
      ]),
    });

    const imported = await importBytes('cited.docx', docx);

    const { body: made, counts, remarks } = onlyEssay(imported);
    expect(made).toBe(
      'In a note.[@ahn2018, page 12] In the text[@okafor2017]. In a note with words.[^note-2] Twice[see @ahn2018; @okafor2017].\n\n[^note-2]: Not so; compare @okafor2017 [page 7], who was there.',
    );
    expect(counts).toMatchObject({ markers: 2, notes: 2, citations: 3 });
    expect(imported.newKeys).toEqual(['ahn2018', 'okafor2017']);
    expect(imported.bibliography).toMatch(/doi +=\s\{10\.5555\/quiet\.2018\}/);
    expect(imported.bibliography).toContain('Made-up Press');
    expect(remarks.filter(({ kind }) => kind === 'not-understood')).toEqual([]);
    expect((await parseImported(imported)).problems).toEqual([]);
  });

  it('makes an entry of what EndNote keeps in a field', async () => {
    const record =
      '<record><rec-number>5</rec-number><ref-type name="Book">6</ref-type><contributors><authors><author>Okafor, Ada</author></authors></contributors><titles><title>Bridges and Ferries</title></titles><dates><year>2017</year></dates><pub-location>Lagos</pub-location><publisher>Made-up Press</publisher></record>';
    const cite = `<EndNote><Cite><Author>Okafor</Author><Year>2017</Year><RecNum>5</RecNum><Pages>12</Pages>${record}</Cite></EndNote>`;
    const docx = putFields(
      await makeDocument('---\ntitle: Cited\n---\n\nIt is so FIELDA.\n', 'docx'),
      {
        FIELDA: { instruction: `ADDIN EN.CITE ${cite}`, shows: '(Okafor 2017)' },
      },
    );

    const imported = await importBytes('cited.docx', docx);

    expect(imported.newKeys).toEqual(['okafor2017']);
    expect(onlyEssay(imported).body).toMatch(/^It is so\[@okafor2017(?:, 12)?\]\.$/);
    expect((await parseImported(imported)).problems).toEqual([]);
  });

  it('accepts tracked changes, and lists what was struck out and what was remarked', async () => {
    const docx = changePart(
      await makeDocument('---\ntitle: Changed\n---\n\nIt was KEPT and GONE here.\n', 'docx'),
      /^word\/document\.xml$/,
      (xml) =>
        xml.replace(/<w:r>(?:(?!<\/w:r>).)*KEPT and GONE here\.<\/w:t><\/w:r>/, (run) => {
          const [before = ''] = run.split('KEPT');
          return `${before}</w:t></w:r><w:ins w:id="901" w:author="Editor" w:date="2026-01-01T00:00:00Z"><w:r><w:t>kept</w:t></w:r></w:ins><w:del w:id="902" w:author="Editor" w:date="2026-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve"> and gone</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> here.</w:t></w:r>`;
        }),
    );

    const { body: made, remarks } = onlyEssay(await importBytes('changed.docx', docx));

    expect(made).toBe('It was kept here.');
    expect(remarks.filter(({ kind }) => kind === 'left-out')).toEqual([
      { kind: 'left-out', message: 'Words that were struck out by Editor: “and gone”.' },
    ]);
  });

  it('says which words are not in the essay, since Pandoc passes over them', async () => {
    const odt = changePart(
      await makeDocument('---\ntitle: Ice\n---\n\nIt freezes, as PLACE says.\n', 'odt'),
      /^content\.xml$/,
      (xml) => xml.replace('PLACE', '<text:expression>Of rivers</text:expression>'),
    );

    const { remarks } = onlyEssay(await importBytes('ice.odt', odt));

    expect(remarks.filter(({ kind }) => kind === 'not-understood')).toEqual([
      {
        kind: 'not-understood',
        message: '2 words of the document are not in the essay: look for “of rivers”.',
      },
    ]);
  });

  it('has its pictures in a folder of the essay', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const docx = await makeDocument(
      '---\ntitle: Seen\n---\n\nIt is here.\n\n![The river in March.](ice.png)\n',
      'docx',
      {},
      { 'ice.png': png },
    );

    const { body: made, file, pictures } = onlyEssay(await importBytes('seen.docx', docx));

    const [[name, content] = ['']] = pictures;
    expect(file).toBe('seen/index.mdx');
    expect(content).toEqual(new Uint8Array(png));
    expect(made).toContain(`](${name})`);
    expect(made).toContain('The river in March.');
  });
});

describe('notes of the title, of authors and of the abstract', () => {
  const text = `---
title: Crossing[^t]
author: Mi-Rae Ahn[^a]
abstract: It is crossed.[^b]
---

It rises.[^1]

[^t]: A talk.
[^a]: Of Seoul.
[^b]: By ferry.
[^1]: The river.
`;

  it.each([
    ['docx', ['A talk.', 'Of Seoul.', 'By ferry.', 'The river.']],
    ['latex', ['A talk.', 'Of Seoul.', 'By ferry.', 'The river.']],
    // There Pandoc writes the abstract outside of any paragraph.
    ['odt', ['A talk.', 'Of Seoul.', 'The river.']],
  ])('stand below them: %s', async (format, notes) => {
    const name = format === 'latex' ? 'a.tex' : `a.${format}`;

    const {
      body: made,
      fields,
      counts,
      remarks,
    } = onlyEssay(await importBytes(name, await makeDocument(text, format)));

    expect(fields).toMatchObject({ title: 'Crossing', authors: ['Mi-Rae Ahn'] });
    expect(counts).toMatchObject({ notes: notes.length, markers: notes.length });
    for (const words of notes)
      expect(made).toMatch(new RegExp(`^\\[\\^note-\\d\\]: ${words}$`, 'm'));
    expect(remarks.map(({ message }) => message).join('\n')).toContain(
      'The note of the heading “Crossing” stands at the end of the paragraph below it',
    );
  });
});

describe('LaTeX and JATS', () => {
  it('reads \\footnote, \\autocite with its page, and the bibliography that the file names', async () => {
    const tex = String.raw`\documentclass{article}
\usepackage{biblatex}
\addbibresource{sources.bib}
\title{Crossing the Tumen}
\author{Mi-Rae Ahn \and Bo Li}
\date{March 2019}
\begin{document}
\maketitle
\section{The river}
It rises on \emph{Paektu}.\footnote{The highest of them.} It freezes.\autocite[12]{okafor2017} So said\footcite[see][]{okafor2017} all. Of $\frac{a}{b}$ and \[E = mc^2\] more\cite[9]{lost}.
\end{document}
`;
    const bib =
      '@book{okafor2017, author = {Okafor, Ada}, title = {Bridges and Ferries}, publisher = {Made-up Press}, date = {2017}}';

    const imported = await importBytes('a.tex', bytesOf(tex), {
      beside: { 'sources.bib': bytesOf(bib) },
    });

    const { body: made, fields, remarks } = onlyEssay(imported);
    expect(remarks).toEqual([
      {
        kind: 'not-understood',
        message:
          '“\\cite[9]{lost}” cites a source that is not in the bibliography; it stands in the document’s own words.',
      },
    ]);
    expect(made).toBe(
      '## The river\n\nIt rises on *Paektu*.[^note-1] It freezes.[@okafor2017, 12] So said[see @okafor2017] all. Of $\\frac{a}{b}$ and $$E = mc^2$$ more\\cite\\[9]\\{lost}.\n\n[^note-1]: The highest of them.',
    );
    expect(fields).toMatchObject({
      title: 'Crossing the Tumen',
      authors: ['Mi-Rae Ahn', 'Bo Li'],
      date: { iso: '2019-03' },
    });
    expect((await parseImported(imported)).problems).toEqual([]);
  });

  it('reads the number of a note that another note names as a word', async () => {
    const article =
      '<article><front><article-meta><title-group><article-title>Ice</article-title></title-group></article-meta></front><body><p>Thick.<xref ref-type="fn" rid="a"><sup>1</sup></xref> Thin.<xref ref-type="fn" rid="b"><sup>2</sup></xref></p></body><back><fn-group><fn id="a"><p>Of March.</p></fn><fn id="b"><p>See note <xref ref-type="fn" rid="a">1</xref>.</p></fn></fn-group></back></article>';

    const { body: made, remarks } = onlyEssay(
      await importBytes('a.xml', bytesOf(article), { said: { date: '2019' } }),
    );

    expect(made).toBe('Thick.[^a] Thin.[^b]\n\n[^a]: Of March.\n\n[^b]: See note 1.');
    expect(remarks).toEqual([]);
  });

  it('reads an article in JATS, its notes each once', async () => {
    const jats = await makeDocument(whole, 'jats_archiving');

    const imported = await importBytes('a.jats', jats);

    const { fields, counts, body: made } = onlyEssay(imported);
    expect(fields).toMatchObject({ title: 'Crossing the Tumen', date: { iso: '2019-03-14' } });
    expect(counts).toMatchObject({ markers: 4 });
    expect(made).toContain('The river rises on *Mount __Paektu__*,[^note-1]');
    expect(counts.wordsOut).toBe(counts.wordsIn);
    expect((await parseImported(imported)).problems).toEqual([]);
  });
});
