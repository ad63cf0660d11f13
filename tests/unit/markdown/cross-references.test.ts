import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';
import { rehypeHeadings } from '../../../src/markdown/rehype-headings.ts';
import { rehypeTableCaptions } from '../../../src/markdown/rehype-table-captions.ts';

const { bibliography } = readBibliography([
  {
    path: 'content/b.bib',
    text: '@book{kim2019, title = {A}, date = {2019}}\n@book{fig-2020, title = {B}, date = {2020}}',
  },
]);

function parse(text: string, lang = 'en') {
  const head = `---\ntitle: E\ndate: 2026\nlang: ${lang}\n---\n\n`;
  return parseEssay(
    '/nowhere',
    readEssayFile('content/essays/e.mdx', head + text, lang),
    bibliography,
  );
}

const linesAbove = 6;

function htmlOf(text: string, lang?: string): string {
  const { tree, data } = parse(text, lang);
  if (tree === undefined) throw new Error('It is no MDX.');
  const html = toHast(tree, { clobberPrefix: '' });
  if (html.type !== 'root') throw new Error('It is no tree.');
  const file = new VFile({ data: { ...data } });
  unified().use(rehypeTableCaptions).use(rehypeHeadings).runSync(html, file);
  return toHtml(html).replaceAll('\u{A0}', ' ');
}

const problemsOf = (text: string) =>
  parse(text)
    .problems.filter(({ rule }) => rule !== 'image-exists')
    .map(({ rule, place, length, message, nearest }) => ({
      ...{ rule, at: `${place.line - linesAbove}:${place.column}+${length}`, message },
      ...(nearest !== undefined && { nearest }),
    }));

const river = '![The river.](tumen.jpg "Its banks."){#fig-tumen}';
const table = '| A | B |\n| --- | --- |\n| 1 | 2 |';

it('a figure and a table in a division have their captions and numbers', () => {
  const html = htmlOf(
    `::: {lang=ru}\n\n${river}\n\n${table}\n\n: Торговля {#tbl-trade}\n\n:::\n\n@fig-tumen, @tbl-trade.`,
  );

  expect(html).toContain(
    '<figcaption><span class="label">Figure 1.</span> Its banks.</figcaption>',
  );
  expect(html).toContain(
    '<table id="tbl-trade"><caption><span class="label">Table 1.</span> Торговля</caption>',
  );
});

it('a heading gives way to the labels of words and divisions', () => {
  const html = htmlOf('## River\n\n[The river]{#river}.\n\n::: {#bank}\n\n## Bank\n\n:::');

  expect(html).toContain('<h2 id="river-1">River</h2>');
  expect(html).toContain('<span id="river">The river</span>');
  expect(html).toContain('<div id="bank" class="division">\n<h2 id="bank-1">Bank</h2>');
});

it('a picture by reference keeps its label', () => {
  const html = htmlOf('![The river.][t]{#fig-tumen}\n\nSee @fig-tumen.\n\n[t]: tumen.jpg "Banks."');

  expect(html).toContain('<figure id="fig-tumen">');
});

describe('words beside a label in brackets', () => {
  it('keep code, and signs of HTML as words', () => {
    const text = `[\`x\` @fig-tumen; in <b> @fig-tumen].\n\n${river}`;

    expect(htmlOf(text)).toMatch(/<code>x<\/code> <a.*> and in &#x3C;b> <a/);
    expect(parse(text).data.markdown).toMatch(/`x` \[.*\) and in \\<b> \[/);
  });

  it('may be emphasised, as in Pandoc, and are so in Markdown, too', () => {
    const text = `[*see* @fig-tumen, **left**; 1. @fig-tumen \\*].\n\n${river}`;

    expect(htmlOf(text)).toContain(
      '<p id="p1"><em>see</em> <a href="#fig-tumen">Figure 1</a>, <strong>left</strong> and 1. <a href="#fig-tumen">Figure 1</a> *.</p>',
    );
    expect(parse(text).data.markdown).toContain(
      '*see* [Figure\u{A0}1](#fig-tumen), **left** and 1. [Figure\u{A0}1](#fig-tumen) \\*.',
    );
  });
});

describe('a figure with a label', () => {
  it('has its number in its caption, its label as anchor, and is referred to by both', () => {
    const html = htmlOf(`See @fig-tumen.\n\n${river}`);

    expect(html).toContain('<p id="p1">See <a href="#fig-tumen">Figure 1</a>.</p>');
    expect(html).toContain(
      '<figure id="fig-tumen"><img src="tumen.jpg" alt="The river."><figcaption><span class="label">Figure 1.</span> Its banks.</figcaption></figure>',
    );
  });

  it('has its number alone where it has no caption', () => {
    expect(htmlOf('@fig-a\n\n![A.](a.jpg){#fig-a}')).toContain(
      '<figcaption><span class="label">Figure 1</span></figcaption>',
    );
  });

  it('is numbered among those with labels alone', () => {
    const html = htmlOf(`@fig-b\n\n${river}\n\n![C.](c.jpg "None.")\n\n![B.](b.jpg){#fig-b}`);

    expect(html).toContain('<a href="#fig-b">Figure 2</a>');
    expect(html).toContain('<figcaption>None.</figcaption>');
  });
});

describe('a table with a caption', () => {
  it.each([
    ['below it', `${table}\n\n: Trade. {#tbl-trade}`],
    ['right below it', `${table}\n: Trade. {#tbl-trade}`],
    ['above it', `: Trade. {#tbl-trade}\n\n${table}`],
    ['that says so', `${table}\n\nTable: Trade. {#tbl-trade}`],
  ])('%s has it and its number inside', (_, text) => {
    const html = htmlOf(`@tbl-trade\n\n${text}`);

    expect(html).toContain('<a href="#tbl-trade">Table 1</a>');
    expect(html).toContain(
      '<table id="tbl-trade"><caption><span class="label">Table 1.</span> Trade.</caption>',
    );
    expect(html.match(/<tr>/g)).toHaveLength(2);
  });

  it('has no number without a label', () => {
    expect(htmlOf(`${table}\n\n: Trade, in *all*.`)).toContain(
      '<table><caption>Trade, in <em>all</em>.</caption>',
    );
  });

  it('is told from the next by where its caption stands', () => {
    const html = htmlOf(`${table}\n: One.\n\n: Two.\n\n${table}`);

    expect([...html.matchAll(/<caption>(.*?)<\/caption>/g)].map(([, words]) => words)).toEqual([
      'One.',
      'Two.',
    ]);
  });
});

describe('a heading with a label', () => {
  it('lets all headings be numbered, by their levels', () => {
    const text =
      '# A {#sec-a}\n\n## B\n\n## C\n\n# D {.unnumbered}\n\n# E {#sec-e}\n\n@sec-a, @sec-e';

    expect(htmlOf(text).match(/<h.*?<\/h\d>/g)).toEqual([
      '<h1 id="sec-a"><span class="label">1</span>\u{2002}A</h1>',
      '<h2 id="b"><span class="label">1.1</span>\u{2002}B</h2>',
      '<h2 id="c"><span class="label">1.2</span>\u{2002}C</h2>',
      '<h1 id="d">D</h1>',
      '<h1 id="sec-e"><span class="label">2</span>\u{2002}E</h1>',
    ]);
  });

  it('has that for its anchor, and no number when it is not one of a section', () => {
    expect(htmlOf('## Origins {#beginnings}')).toBe('<h2 id="beginnings">Origins</h2>');
  });
});

describe('a reference', () => {
  it.each([
    ['@fig-tumen', '<a href="#fig-tumen">Figure 1</a>'],
    ['[@fig-tumen]', '<a href="#fig-tumen">Figure 1</a>'],
    ['[see @fig-tumen, on the left]', 'see <a href="#fig-tumen">Figure 1</a>, on the left'],
    ['Fig. [-@fig-tumen]', 'Fig. <a href="#fig-tumen">1</a>'],
    ['@fig-tumen [left]', '<a href="#fig-tumen">Figure 1</a> [left]'],
    ['*@fig-tumen*', '<em><a href="#fig-tumen">Figure 1</a></em>'],
    ['[words, @fig-tumen](https://a.example)', '<a href="https://a.example">words, Figure 1</a>'],
    [
      '[@fig-tumen; @fig-b; see @fig-tumen]',
      '<a href="#fig-tumen">Figure 1</a>, <a href="#fig-b">Figure 2</a>, and see <a href="#fig-tumen">Figure 1</a>',
    ],
  ])('%s reads as it would in print', (text, html) => {
    expect(htmlOf(`${text}\n\n${river}\n\n![B.](b.jpg){#fig-b}`)).toContain(
      `<p id="p1">${html}</p>`,
    );
  });

  it.each([
    [
      'ru',
      '@fig-tumen. @Fig-tumen',
      'рис. 1</a>. <a href="#fig-tumen">Рис. 1</a>',
      'Рис. 1.</span> ',
    ],
    ['ko', '@fig-tumen', '그림 1</a>', '그림 1.</span> '],
    ['ja', '@fig-tumen', '図1</a>', '図1</span>\u{3000}'],
    ['de', '@fig-tumen', 'Abbildung 1</a>', 'Abbildung 1:</span> '],
  ])(
    'is in the language %s, with a capital where it begins a caption',
    (lang, text, words, caption) => {
      const html = htmlOf(`${text}\n\n${river}`, lang);

      expect(html).toContain(`<a href="#fig-tumen">${words}`);
      expect(html).toContain(`<span class="label">${caption}Its banks.`);
    },
  );

  it('leads to a note by its label, or by a key that it cites, from wherever it stands', () => {
    const text =
      'A.[^tumen] B.[@kim2019, 3] See @note-tumen, @note-kim2019 and [@note-kim2019-p3].\n\n[^tumen]: As in @note-kim2019.';

    const { data, problems } = parse(text);

    expect(problems).toEqual([]);
    expect(data.markdown?.replaceAll('\u{A0}', ' ')).toBe(
      'A.[^tumen] B.[^kim2019-p3] See [n. 1](#fn-tumen), [n. 2](#fn-kim2019-p3) and [n. 2](#fn-kim2019-p3).',
    );
    expect(htmlOf(text)).toContain('As in <a href="#fn-kim2019-p3">n. 2</a>.');
  });

  it('stands in the sentence of a note, and not in what a paragraph is known by', () => {
    const { data } = parse(`So says @fig-tumen.[@kim2019]\n\n${river}`);

    expect(data.notes?.[0]?.uses[0]?.sentence).toBe('So says Figure 1.');
    expect(data.paragraphs?.[0]?.print).toMatch(/^So says \. /);
  });

  it('is the same when its Markdown is read again', () => {
    const text = `See @fig-tumen, @tbl-t and @eq-e.\n\n${river}\n\n${table}\n\n: T. {#tbl-t}\n\n$$ x $$ {#eq-e}`;

    expect(htmlOf(parse(text).data.markdown ?? '')).toBe(htmlOf(text));
  });
});

describe('the record', () => {
  it('lists what has a label and a number, in order', () => {
    const { data } = parse(`## A {#sec-a}\n\n${river}\n\n$$ x $$ {#eq-x}`);

    expect(
      data.targets?.map(({ name, ...rest }) => ({ ...rest, name: name.replace('\u{A0}', ' ') })),
    ).toEqual([
      { kind: 'section', label: 'sec-a', number: '1', name: 'Section 1' },
      { kind: 'figure', label: 'fig-tumen', number: '1', name: 'Figure 1' },
      { kind: 'equation', label: 'eq-x', number: '1', name: 'Equation 1' },
    ]);
  });
});

describe('a label', () => {
  it('that is nowhere is reported where it is referred to, with the nearest', () => {
    expect(problemsOf(`@fig-tumen and [see @fig-tumem]\n\n${river}`)).toEqual([
      {
        rule: 'label-exists',
        at: '1:21+10',
        message: '“@fig-tumem” refers to “fig-tumem”, which is no label of the essay.',
        nearest: 'fig-tumen',
      },
    ]);
  });

  it('of a note that is nowhere is reported, too', () => {
    expect(problemsOf('A.[^tumen] @note-tumem\n\n[^tumen]: It.')).toEqual([
      {
        rule: 'label-exists',
        at: '1:12+11',
        message: '“@note-tumem” refers to “note-tumem”, which names no note of the essay.',
        nearest: 'note-tumen',
      },
    ]);
  });

  it('that stands twice is reported, with the first', () => {
    expect(problemsOf(`@fig-tumen\n\n${river}\n\n${river}`)).toEqual([
      {
        rule: 'label-is-unique',
        at: '5:38+12',
        message: 'The label “fig-tumen” stands twice: first on line 9.',
      },
    ]);
  });

  it('that nothing refers to is reported, be it by a link', () => {
    expect(problemsOf(river)).toEqual([
      {
        rule: 'label-is-used',
        at: '1:38+12',
        message: 'Nothing in the essay refers to the label “fig-tumen”.',
      },
    ]);
    expect(problemsOf(`[It](#fig-tumen)\n\n${river}`)).toEqual([]);
    expect(problemsOf(`<a href="#fig-tumen">It</a> is\n\n${river}`)).toEqual([]);
  });

  it.each([
    ['on another thing', '@fig-a\n\n## A {#fig-a}', 'label-is-in-place', '3:6+8'],
    ['on a picture in a line', 'A ![B.](b.jpg){#fig-a} C @fig-a', 'label-is-in-place', '1:15+8'],
    ['on a formula in a line', '$x$ {#eq-x} @eq-x', 'label-is-in-place', '1:5+7'],
    ['behind nothing', 'A river. {#fig-a}', 'label-is-in-place', '1:10+8'],
    ['that is an anchor of the site', '## A {#p4}', 'label-is-unique', '1:6+5'],
    ['that is kept for notes', '## A {#note-a}', 'label-is-unique', '1:6+9'],
    ['that is a key', '[@fig-2020]\n\n![B.](b.jpg){#fig-2020}', 'label-is-no-key', '3:13+11'],
  ])('%s is reported', (_, text, rule, at) => {
    expect(problemsOf(text)).toContainEqual(expect.objectContaining({ rule, at }));
  });

  it('and a source are not referred to in one', () => {
    expect(problemsOf(`[@kim2019; @fig-tumen] @fig-tumen\n\n${river}`)).toEqual([
      {
        rule: 'citation-is-well-formed',
        at: '1:1+22',
        message:
          '“[@kim2019; @fig-tumen]” cites a source and refers to “fig-tumen” of the essay in one.',
      },
    ]);
  });
});

it('lets a key of the bibliography that looks like a label be cited', () => {
  expect(parse('A.[@fig-2020]').data.notes?.[0]?.keys).toEqual(['fig-2020']);
});
