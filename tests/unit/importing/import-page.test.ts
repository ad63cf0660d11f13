import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedEssay } from '../../support/fixture-sites.ts';
import {
  importBytes,
  importFixture,
  imports,
  madeOf,
  onlyEssay,
  parseImported,
} from '../../support/import-document.ts';

/** What each of the pages below says, with the note that each marker leads to. */
const paragraphs = [
  'The river Tumen rises on Mount Paektu, and for most of its 521 kilometres it is a border between two countries that rarely speak of it.[^note-1] Its basin measures 33,000 km<sup>2</sup>, of which a third is forest that nobody has counted since the war.',
  '## How people crossed',
  'In winter it freezes,[^note-2] and for some weeks the people of both banks could cross it on foot, as the letters of the years after 1951 say again and again.[^note-3] Most of them came back in spring, with salt, needles and news, and were asked no questions.',
  '> “We went at night, and we came back at night.”',
  String.raw`What they paid is \<unknown>: some sources say \$5, others \{braces} of pheasants, and \*none\* says why. Prices were written on walls, and the walls were painted over; the painter is named in no document that has come down to us.`,
  '[^note-1]: Ahn Mi-Rae, *A Quiet Border* (Seoul, 2018), 12.',
  '[^note-2]: Personal letter of 3 March 1951, in the author’s hands.',
  '[^note-3]: See [the gauges](https://rivers.example/gauges?river=tumen\\&year=1951), which count ice in days.',
];

const pages = [
  ['the block of footnotes of WordPress', 'wordpress-block.html'],
  ['Easy Footnotes', 'wordpress-easy-footnotes.html'],
  ['Modern Footnotes', 'wordpress-modern-footnotes.html'],
  ['Footnotes Made Easy', 'wordpress-footnotes-made-easy.html'],
  ['Substack', 'substack.html'],
  ['Ghost', 'ghost.html'],
  ['Medium', 'medium.html'],
  ['Google Docs', 'google-docs.html'],
  ['DPUB-ARIA', 'dpub-aria.html'],
  ['raised numbers and a list', 'superscripts.html'],
  ['digits without any markup', 'bare-digits.html'],
] as const;

describe('a page that was saved', () => {
  it.each(pages)('keeps every word, marker and note: %s', async (_kind, name) => {
    const imported = await importFixture(name, { said: { date: '2019' } });

    const { body, counts, remarks } = onlyEssay(imported);
    expect(body.split('\n\n')).toEqual(paragraphs);
    expect(counts).toMatchObject({ markers: 3, notes: 3, citations: 0 });
    expect(counts.wordsOut).toBe(counts.wordsIn);
    expect(remarks.filter(({ kind }) => kind === 'not-understood')).toEqual([]);
    expect((await parseImported(imported)).problems).toEqual([]);
  });

  it('says of itself what it says, and no more', async () => {
    const page = onlyEssay(await importFixture('wordpress-block.html'));
    const plain = onlyEssay(await importFixture('google-docs.html'));

    expect(page.file).toBe('crossing-the-tumen.mdx');
    expect(page.fields).toMatchObject({
      title: 'Crossing the Tumen',
      date: { iso: '2019-03-14' },
      authors: ['Mi-Rae Ahn'],
      draft: true,
    });
    expect(page.fields).not.toHaveProperty('lang');
    expect(plain.fields).toMatchObject({
      title: 'Crossing the Tumen',
      authors: [],
      date: { iso: '2026-11' },
    });
    expect(plain.remarks).toContainEqual({
      kind: 'offered',
      message:
        'The document states no date; the essay has this month’s, 2026-11. Correct it, or give it with --date.',
    });
  });

  it('says what its head says for Zotero and for Google Scholar', async () => {
    const head =
      '<meta name="citation_title" content="Ice"><meta name="citation_keywords" content="ice"><meta name="citation_keywords" content="snow"><meta name="citation_doi" content="10.5555/ice"><meta name="citation_editor" content="Berg, Jan"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">';
    const page = `<html><head>${head}</head><body><article><p>It is here.</p></article></body></html>`;

    const { fields } = onlyEssay(await importBytes('a.html', new TextEncoder().encode(page)));

    expect(fields).toMatchObject({
      keywords: ['ice', 'snow'],
      doi: '10.5555/ice',
      license: { id: 'CC-BY-4.0' },
      editor: [{ name: 'Berg, Jan' }],
    });
  });

  it('leaves out what is around the article, and names it', async () => {
    const { remarks, body } = onlyEssay(await importFixture('wordpress-block.html'));

    const left = remarks.map(({ message }) => message).join('\n');
    for (const words of [
      'Share this',
      'Another post about bridges',
      'I learned a lot about rivers',
      'Recent posts',
      'Proudly powered',
    ]) {
      expect(left).toContain(words);
      expect(body).not.toContain(words);
    }
  });
});

describe('what Markdown has no word for', () => {
  const imported = async (html: string) =>
    onlyEssay(
      await importBytes(
        'a.html',
        new TextEncoder().encode(`<article><h1>Ice</h1>${html}</article>`),
        { said: { title: 'Ice', date: '2019' } },
      ),
    );

  it('keeps its words: blocks in a cell, quotations in a sentence, an end of a line before a list', async () => {
    const { body, remarks } = await imported(
      '<p>It is <q>ice</q>:<br></p><ul><li>thick</li></ul><table><tr><th>a</th></tr><tr><td><ul><li>b</li><li>c</li></ul><pre><code>d\n{e</code></pre></td></tr></table>',
    );

    expect(body).toBe('It is “ice”:\n\n- thick\n\n| a |\n| - |\n| b c `d {e` |');
    expect(remarks).toEqual([]);
  });

  it('keeps the notes behind one that its list leaves out', async () => {
    const { body, counts } = await imported(
      '<p>It is thick.<sup>1</sup> It melts.<sup>2</sup> It goes.<sup>4</sup></p><h2>Notes</h2><p>1. Ice.</p><p>2. Water.</p><p>Of 1951.</p><p>4. Steam.</p>',
    );

    expect(counts).toMatchObject({ markers: 3, notes: 3 });
    expect(body.split('\n\n')).toEqual([
      'It is thick.[^note-1] It melts.[^note-2] It goes.[^note-3]',
      '[^note-1]: Ice.',
      '[^note-2]: Water.',
      '    Of 1951.',
      '[^note-3]: Steam.',
    ]);
  });

  it('keeps its notes where one has a paragraph that begins with a later number', async () => {
    const { counts, remarks } = await imported(
      '<p>It is thick.<sup>1</sup> It melts.<sup>2</sup> It goes.<sup>3</sup></p><h2>Notes</h2><p>1. Ice.</p><p>2. The treaty says:</p><p>12. No ship shall pass.</p><p>3. Steam.</p>',
    );

    expect(counts).toMatchObject({ markers: 3, notes: 3 });
    expect(remarks).toEqual([]);
  });

  it('has no link around a picture that is not here', async () => {
    const { body, remarks } = await imported(
      '<p>Here.</p><figure><a href="https://a.example/ice.jpg"><img src="https://a.example/ice.jpg" alt="Ice"></a><figcaption>In March.</figcaption></figure>',
    );

    expect(body).toBe(
      'Here.\n\n{/* A picture belongs here: https://a.example/ice.jpg, “Ice” */}\n\nIn March.',
    );
    expect(remarks.map(({ kind }) => kind)).toEqual(['left-out']);
  });
});

describe('the page that the first essay came from', () => {
  it.each(['north-korea.txt', 'north-korea-wordpress.html'])(
    'imports without a hand: %s',
    async (name) => {
      const imported = await importFixture(name);

      const { body, counts, fields, address, remarks } = onlyEssay(imported);
      const { data, problems } = await parseImported(imported);
      expect(counts).toMatchObject({ paragraphs: 10, markers: 10, notes: 8 });
      const uses = (data.notes ?? []).flatMap(({ number, uses: all }) =>
        all.map(({ paragraph }) => [paragraph, number]),
      );
      expect(uses.map(([, number]) => number)).toEqual([1, 2, 3, 3, 4, 5, 6, 6, 7, 8]);
      expect(uses.map(([paragraph]) => paragraph)).toEqual([
        '1',
        '1',
        '4',
        '4',
        '5',
        '6',
        '6',
        '7',
        '8',
        '9',
      ]);
      expect(fields).toMatchObject({
        title: 'North Korea and Russian Relations',
        date: { iso: '2019-09' },
      });
      expect(address).toBe('2019/09/north-korea-and-russian-relations/');
      expect(problems).toEqual([]);
      // Six notes print from the bibliography to the same words; two are not the same there, and stay as they were.
      expect(counts.citations).toBe(6);
      expect(body).toContain(
        '[^note-8]: Lukin, Artyom, “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2, 2019.',
      );
      expect(body).toContain('{/* Lukin, Artyom. 2019. “The Putin');
      const named = remarks.map(({ message }) => message).join('\n');
      expect(named).toContain('names @lee2018 of the bibliography');
      expect(named).toContain('20171204KimPutin.png');
    },
  );
});

describe('a document in which the site’s own notes are text, in a site without sources', () => {
  it('makes entries of those that certainly print the same again, and keeps the others', async () => {
    const lines = (await readFile(join(publishedEssay, 'notes.txt'), 'utf8')).trim().split('\n');
    const [article = ''] = (await readFile(join(imports, 'north-korea.txt'), 'utf8')).split(
      '\nUnited Nations Security Council',
    );

    const document = new TextEncoder().encode(`${article}\n${lines.join('\n')}\n`);
    const imported = await importBytes('north-korea.txt', document, { sources: 'none' });

    const { counts, remarks, body } = onlyEssay(imported);
    const { data, problems } = await parseImported(imported);
    expect(counts).toMatchObject({ paragraphs: 10, markers: 10, notes: 8, citations: 5 });
    expect(data.notes?.map(({ keys }) => keys[0])).toEqual([
      undefined,
      'roblin2018',
      undefined,
      undefined,
      'simoes2018',
      'snyder2019',
      'osborn2017',
      'lukin2019',
    ]);
    expect(data.notes?.map(({ uses }) => uses.length)).toEqual([1, 1, 2, 1, 1, 2, 1, 1]);
    for (const line of [lines[0], lines[2], lines[3]]) expect(body).toContain(line);
    expect(problems).toEqual([]);
    expect(remarks).toContainEqual({
      kind: 'offered',
      message:
        '5 notes that only named a source in words are cited from the bibliography now, which prints the same words. See that each part is what it is: note 2 is [@roblin2018], note 5 is [@simoes2018], note 6 is [@snyder2019], note 7 is [@osborn2017], note 8 is [@lukin2019].',
    });
  });
});

describe('an export of WordPress', () => {
  it('makes an essay of each post, with its notes, date, author and state', async () => {
    const { essays, remarks } = await importFixture('wordpress-export.xml');

    const made = essays.map(madeOf);
    expect(made.map(({ file }) => file)).toEqual([
      'crossing-the-tumen.mdx',
      'crossing-it-again.mdx',
      'a-third-time.mdx',
      'not-done-yet.mdx',
    ]);
    expect(made.map(({ fields }) => fields?.date.iso)).toEqual([
      '2019-03-14',
      '2019-04-02',
      '2019-05-01',
      '2026-11',
    ]);
    expect(made.map(({ fields }) => fields?.authors)).toEqual(Array(4).fill(['Mi-Rae Ahn']));
    const prose = paragraphs.filter((each) => !/^[#>]/.test(each));
    for (const { body } of made) expect(body.split('\n\n')).toEqual(expect.arrayContaining(prose));
    for (const { counts } of essays) expect(counts).toMatchObject({ markers: 3, notes: 3 });
    expect(essays[1]?.remarks.map(({ message }) => message)).toEqual(
      [
        'The picture “https://blog.example/wp-content/uploads/ice.jpg” (“Ice on the river”) is not here: nothing is fetched without --fetch-images.',
        '“[gallery ids="1,2"]” is a shortcode that means nothing here; it stands in the text.',
      ].toSorted((a, b) => Number(a.startsWith('The')) - Number(b.startsWith('The'))),
    );
    expect(made[1]?.body).toContain('The ice in March.');
    expect(remarks.map(({ message }) => message)).toEqual([
      'Only posts are imported; not 1 of the kind “attachment”.',
      'Only posts are imported; not 1 of the kind “page”.',
    ]);
  });
});
