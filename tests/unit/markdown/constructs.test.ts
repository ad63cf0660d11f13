import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';

const { bibliography } = readBibliography([
  { path: 'content/b.bib', text: '@book{kim2019, title = {A}, date = {2019}}' },
]);
const parse = (text: string) =>
  parseEssay('/nowhere', readEssayFile('content/essays/e.mdx', text, 'en'), bibliography, {
    punctuation: 'smart',
  });

function htmlOf(text: string): string {
  const { tree } = parse(text);
  if (tree === undefined) throw new Error('It is no MDX.');
  return toHtml(toHast(tree)).replaceAll('\u{A0}', '·').trim();
}

const problemsOf = (text: string) =>
  parse(text).problems.map(
    ({ rule, place, length }) => `${rule} ${place.line}:${place.column}+${length}`,
  );

describe('subscript and superscript', () => {
  it.each([
    ['H~2~O', 'H<sub>2</sub>O'],
    ['2^nd^ of', '2<sup>nd</sup> of'],
    ['P~a\\ cat~', 'P<sub>a cat</sub>'],
    ['~5 km or ~6 km', '~5 km or ~6 km'],
    ['~~gone~~', '<del>gone</del>'],
    ['2^ 3^', '2^ 3^'],
    ['x^^', 'x^^'],
    ['\\~a~', '~a~'],
  ])('are as Pandoc has them: %s', (text, html) => {
    expect(htmlOf(text)).toBe(`<p id="p1">${html}</p>`);
  });

  it('stay in the words of a heading, of which its anchor is made', () => {
    expect(htmlOf('## The 2^nd^ river')).toBe('<h2>The 2<sup>nd</sup> river</h2>');
  });
});

describe('words in brackets with attributes', () => {
  it.each([
    ['[привет]{lang=ru}', '<span lang="ru">привет</span>'],
    ['[نهر]{lang=ar}', '<span lang="ar" dir="rtl">نهر</span>'],
    [
      '[*a* [b](https://c.example)]{lang=de}',
      '<span lang="de"><em>a</em> <a href="https://c.example">b</a></span>',
    ],
    ['([Tumen]{.smallcaps})', '(<span class="smallcaps">Tumen</span>)'],
    ['[a]{#here} b', '<span id="here">a</span> b'],
    ['["a"]{lang=de}', '<span lang="de">„a“</span>'],
    ['[a [b]{lang=ru} c]', '[a <span lang="ru">b</span> c]'],
    ['[the same]{lang=en}', '<span>the same</span>'],
  ])('are a span: %s', (text, html) => {
    expect(htmlOf(text)).toBe(`<p id="p1">${html}</p>`);
    expect(problemsOf(text)).toEqual([]);
  });

  it('may cite', () => {
    expect(parse('[мир[@kim2019]]{lang=ru}').data.notes?.[0]?.anchor).toBe('fn-kim2019');
  });

  it.each([
    ['a {lang=ru}', 'essay-has-no-code 1:3+9'],
    ['[a]{onclick=run}', 'attribute-is-known 1:4+13'],
    ['[a]{lang=nowhere1}', 'attribute-is-known 1:4+15'],
    ['[a]{dir=up}', 'attribute-is-known 1:4+8'],
    ['[a]{#fig-a} [b](#fig-a)', 'label-is-in-place 1:4+8'],
    ['[a]{T}', 'essay-has-no-code 1:4+3'],
  ])('are reported when they mean nothing: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe('a language of its own', () => {
  it.each([
    ['a heading', '## Река {lang=ru}', '<h2 lang="ru">Река</h2>'],
    ['a heading from right to left', '## نهر {lang=ar}', '<h2 lang="ar" dir="rtl">نهر</h2>'],
    [
      'the description of a picture',
      'A ![Река](https://e.example/a.png){lang=ru} b',
      '<p id="p1">A <img src="https://e.example/a.png" alt="Река" lang="ru"> b</p>',
    ],
    [
      'a table with its caption',
      '| а |\n| --- |\n| б |\n\n: Торговля {lang=ru}',
      '<table-caption>Торговля</table-caption>\n<table lang="ru">\n<thead>\n<tr>\n<th>а</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>б</td>\n</tr>\n</tbody>\n</table>',
    ],
  ])('is said of %s', (_, text, html) => {
    expect(htmlOf(text)).toBe(html);
    expect(problemsOf(text)).toEqual([]);
  });

  it('is reported below a table, too, when it is none', () => {
    expect(problemsOf('| a |\n| --- |\n| b |\n\n: C {lang=nowhere1}')).toEqual([
      'attribute-is-known 5:5+15',
    ]);
  });
});

describe('verse', () => {
  it('keeps its lines and the space before them, and is no paragraph', () => {
    expect(htmlOf('| One *line*,\n|    another[^a]\n|\n| and\n\nText.\n\n[^a]: It.')).toContain(
      '<div class="line-block">One <em>line</em>,<br>\n···another<sup>',
    );
    expect(htmlOf('| One\n|\n| two\n\nText.')).toBe(
      '<div class="line-block">One<br>\n<br>\ntwo</div>\n<p id="p1">Text.</p>',
    );
  });

  it('stands in quotations, too', () => {
    expect(htmlOf('> | One\n> | two')).toBe(
      '<blockquote>\n<div class="line-block">One<br>\ntwo</div>\n</blockquote>',
    );
  });

  it('is no table, and no paragraph that begins with a bar', () => {
    expect(htmlOf('| a |\n| --- |\n| b |')).toMatch(/^<table>/);
    expect(htmlOf('| a\nb')).toBe('<p id="p1">| a\nb</p>');
  });
});

describe('a definition list', () => {
  it.each([
    ['right below its term', 'Tumen\n: The *river*.\n: A port.'],
    ['below an empty line', 'Tumen\n\n: The *river*.\n: A port.'],
    ['of one paragraph each', 'Tumen\n\n: The *river*.\n\n: A port.'],
  ])('is made of what stands %s', (_, text) => {
    expect(htmlOf(text)).toBe(
      '<dl>\n<dt>Tumen</dt>\n<dd>The <em>river</em>.</dd>\n<dd>A port.</dd>\n</dl>',
    );
  });

  it('goes on with the next term, and lets a definition go on in the next line', () => {
    expect(htmlOf('A\n: B\nb\n\nC\n: D')).toBe(
      '<dl>\n<dt>A</dt>\n<dd>B\nb</dd>\n<dt>C</dt>\n<dd>D</dd>\n</dl>',
    );
  });

  it('has no picture for a term, of which it would be the caption', () => {
    expect(htmlOf('![A](https://e.example/a.png)\n\n: B [в]{lang=ru}')).toMatch(
      /^<figure><img[^>]*><figcaption>B <span lang="ru">в<\/span><\/figcaption><\/figure>$/,
    );
    expect(htmlOf('![A](https://e.example/a.png)\n[Подпись]{lang=ru}')).toContain(
      '<figcaption><span lang="ru">Подпись</span></figcaption>',
    );
  });

  it('is none without a term', () => {
    expect(htmlOf(': B')).toBe('<p id="p1">: B</p>');
    expect(htmlOf('A\n: B'.replace(': ', ':'))).toBe('<p id="p1">A\n:B</p>');
  });
});

describe('a division', () => {
  it.each([
    ['close together', '::: {lang=ru}\n"a"\n:::'],
    ['apart', '::: {lang=ru}\n\n"a"\n\n:::'],
  ])('says the language of what stands in it, %s', (_, text) => {
    expect(htmlOf(`${text}\n\nText.`)).toBe(
      '<div lang="ru" class="division">\n<p>«a»</p>\n</div>\n<p id="p1">Text.</p>',
    );
  });

  it('is an epigraph when it says so', () => {
    expect(htmlOf('::: epigraph\n| One\n| two\n\nNobody\n:::')).toBe(
      '<blockquote class="epigraph" role="doc-epigraph">\n<div class="line-block">One<br>\ntwo</div>\n<p>Nobody</p>\n</blockquote>',
    );
  });

  it('stands in another', () => {
    expect(htmlOf('::: {lang=ru}\n\na\n\n::: {lang=de}\n\nb\n\n:::\n\n:::')).toBe(
      '<div lang="ru" class="division">\n<p>a</p>\n<div lang="de" class="division">\n<p>b</p>\n</div>\n</div>',
    );
  });

  it('has figures, captions of tables and definition lists as the text has them', () => {
    const text =
      '::: {lang=ru}\n![A](https://e.example/a.png "B")\n\nC\n: D\n\n| E |\n| --- |\n| F |\n\n: G {#tbl-g}\n:::\n\n@tbl-g';

    expect(htmlOf(text).replaceAll('\n', '')).toMatch(
      /^<div lang="ru" class="division"><figure><img src="https:\/\/e.example\/a.png" alt="A"[^>]*><figcaption>B<\/figcaption><\/figure><dl><dt>C<\/dt><dd>D<\/dd><\/dl><table-caption><span class="label">Table·1.<\/span> G<\/table-caption><table id="tbl-g">/,
    );
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['an anchor of a paragraph', '::: {#p4}\n\na\n\n:::', 'label-is-unique 1:5+5'],
    ['one that may come to be', '::: {#p4a}\n\na\n\n:::', 'label-is-unique 1:5+6'],
    ['one of the layout', '::: {.epigraph #contents}\n\na\n\n:::', 'label-is-unique 1:5+21'],
    ['that of a span', '[a]{#here}\n\n::: {#here}\n\nb\n\n:::', 'label-is-unique 3:5+7'],
    ['that of a figure', '::: {#fig-a}\n\na\n\n:::\n\n[b](#fig-a)', 'label-is-in-place 1:5+8'],
  ])('may not have for a label %s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('that nothing closes is reported, and one that means nothing', () => {
    expect(problemsOf('a\n\n::: {lang=ru}\n\nb')).toEqual(['division-is-closed 3:1+3']);
    expect(problemsOf('a\n\n:::\n\nb')).toEqual(['division-is-closed 3:1+3']);
  });

  it('loses no note and no address that is typed in it', () => {
    const { data, problems, tree } = parse(
      '::: epigraph\n\nWords.[^a] See [it][x].\n\n[^a]: The note.\n\n[x]: https://rivers.example/\n\n:::',
    );

    expect(problems).toEqual([]);
    expect(data.notes?.map(({ anchor }) => anchor)).toEqual(['fn-a']);
    expect(tree && toHtml(toHast(tree))).toContain('<a href="https://rivers.example/">it</a>');
  });

  it('of a heading with a label and punctuation of a typewriter keeps the label', () => {
    expect(htmlOf('## The river\'s "origin" {#sec-o}\n\nSee @sec-o.')).toContain('id="sec-o"');
    expect(problemsOf('::: {size=big}\n\nb\n\n:::')).toEqual(['attribute-is-known 1:5+10']);
  });
});
