import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { elements, fold, readArchive, text } from '../support/read-editions.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { validateJats } from '../support/validate-jats.ts';

/** What the text of the fixture calls whatever it gives a label. */
const names = {
  'fig-tumen': 'Figure 1',
  'fig-bridge': 'Figure 2',
  'tbl-trade': 'Table 1',
  'tbl-people': 'Table 2',
  'eq-share': 'Equation 1',
  'eq-limit': 'Equation 2',
  'sec-measure': 'Section 2',
} as const;

const captions = [
  'Figure 1. The river between its banks.',
  'Figure 2. The bridge, of which Figure 1 shows the place.',
  'Table 1. Trade across the river, in millions.',
  'Table 2. People who crossed it.',
];

const formulas = [
  String.raw`s_i = \frac{x_i}{\sum_j x_j}`,
  String.raw`s_i = \frac{x_i}{\sum_{j=1}^{n} x_j} \times 100\,\%`,
  's_i',
  String.raw`\sqrt{s_1^2 + s_2^2} \le 100`,
  'a^2 + b^2 = c^2',
  String.raw`\lim_{n \to \infty} \frac{1}{n} = 0`,
];

const folder = '2026/11/river';
let site: BuiltSite;
let page: BuiltPage;
let pdf: ReadPdf;

const fileOf = (name: string) => join(site.dist, folder, name);

beforeAll(async () => {
  site = await readGoodSite('cross-references');
  page = await readPage(site.root, `${folder}/index.html`);
  pdf = await readPdf(fileOf('river.pdf'));
});

/** The first words by which each label is referred to, but for numbers alone and words of the author's. */
function namesIn(links: readonly (readonly [label: string, words: string])[]) {
  const found = links
    .map(([label, words]) => [label, fold(words)] as const)
    .filter(([label, words]) => label in names && /^\D+ \d/.test(words));
  return Object.fromEntries(found);
}

describe('what an essay numbers', () => {
  it('is called the same wherever the page refers to it, and where it stands', () => {
    const links = page.all('.prose a[href^="#"]');

    expect(
      namesIn(links.map((link) => [String(link.properties['href']).slice(1), textOf(link)])),
    ).toEqual(names);
    for (const label of Object.keys(names)) expect(page.all(`[id="${label}"]`)).toHaveLength(1);
    expect(page.texts('.prose :is(figcaption, caption) > .label')).toEqual(
      captions.map((caption) => caption.replace(/(?<=\.).*/, '')),
    );
    expect(page.texts('.equation > .label')).toEqual(['(1)', '(2)']);
    expect(page.texts('.prose > :is(h2, h3)')).toEqual([
      '1 Origins',
      '1.1 A smaller matter',
      '2 What is counted',
    ]);
    expect(page.texts('.contents a')).toEqual([
      '1 Origins',
      '1.1 A smaller matter',
      '2 What is counted',
    ]);
  });

  it('is called the same in the EPUB, with links that lead to it', async () => {
    const tree = fromHtml((await readArchive(fileOf('river.epub')))('EPUB/text/ch001.xhtml'));
    const links = selectAll('a[href*="#"]', tree);
    const labelOf = (href: unknown) => decodeURIComponent(String(href).replace(/^.*#/, ''));

    expect(namesIn(links.map((link) => [labelOf(link.properties['href']), textOf(link)]))).toEqual(
      names,
    );
    for (const label of Object.keys(names)) expect(select(`[id="${label}"]`, tree)).toBeTruthy();
    expect(selectAll('figcaption .label, caption .label', tree).map(textOf).map(fold)).toEqual([
      'Figure 1.',
      'Figure 2.',
      'Table 1.',
      'Table 2.',
    ]);
    expect(selectAll('.equation .label', tree).map(textOf)).toEqual(['(1)', '(2)']);
  });

  it('is called the same in JATS, which tells what is referred to', async () => {
    const tree = fromXml(await readFile(fileOf('river.xml'), 'utf8'));
    const ids = new Map<string, Element>();
    visit(tree, 'element', (node) => {
      if (node.attributes['id']) ids.set(node.attributes['id'], node);
    });
    const links = elements(tree, 'xref').map((xref) => {
      const { rid, 'ref-type': type } = xref.attributes;
      return { label: rid ?? '', type, words: text(xref) };
    });

    expect(await validateJats(fileOf('river.xml'))).toBe('valid');
    expect(namesIn(links.map(({ label, words }) => [label, words]))).toEqual(names);
    for (const [label, name] of Object.entries(names)) {
      const target = ids.get(label);
      const [own] = (target?.children ?? []).filter(
        (child) => child.type === 'element' && child.name === 'label',
      );
      expect(own && text(own)).toContain(name.replace(/^\D+/, ''));
      const type = links.find((link) => link.label === label)?.type;
      expect(type).toBe(target?.name === 'table-wrap' ? 'table' : target?.name);
    }
  });

  it('is called the same in Word, by fields that lead to the numbers that Word counts', async () => {
    const archive = await readArchive(fileOf('river.docx'));
    const body = fromXml(archive('word/document.xml'));
    const counted = countedNumbers(body);
    const numbers = (prefix: string) =>
      [...counted.values()].filter(({ sequence }) => sequence === prefix).map(({ shown }) => shown);

    expect(numbers('Figure')).toEqual(['1', '2']);
    expect(numbers('Table')).toEqual(['1', '2']);
    expect(numbers('Equation')).toEqual(['1', '2']);
    const fields = fieldsIn(body).flatMap(({ instruction, shown }) => {
      const [, name] = /^ REF (\S+) \\h $/.exec(instruction) ?? [];
      return name === undefined ? [] : [{ shown, leadsTo: counted.get(name)?.shown }];
    });
    expect(fields.length).toBeGreaterThan(8);
    for (const { shown, leadsTo } of fields) expect(leadsTo).toBe(shown);
    const shown = elements(body, 'w:p').map((p) => fold(elements(p, 'w:t').map(text).join('')));
    expect(shown).toContain('and Equation 2 is the last, of the first part.');
    expect(shown).toContain(
      'The river is shown in Figure 1, and what crosses it in Table 1 and Table 2. How much of it is whose says Equation 1, of which see Section 2 tells more (see n. 2, and 3).',
    );
  });

  it('is called the same in the PDF, whose links lead to it', async () => {
    const document = await getDocumentProxy(new Uint8Array(await readFile(fileOf('river.pdf'))));
    const all = fold((await extractText(document, { mergePages: true })).text);
    const destinations: unknown[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const annotations = await (await document.getPage(number)).getAnnotations();
      destinations.push(...annotations.flatMap(({ dest }: { dest?: unknown }) => dest ?? []));
    }

    expect(all).toContain('The river is shown in Figure 1, and what crosses it in Table 1 and');
    for (const caption of captions) {
      const [opening = ''] = caption.split(/(?<=\. \w+ \w+)/);
      expect(all).toContain(opening);
    }
    expect(destinations.length).toBeGreaterThan(10);
    expect(pdf.headings.slice(1, 4)).toEqual([
      '1 Origins',
      '1.1 A smaller matter',
      '2 What is counted',
    ]);
  });

  it('is called the same in Markdown, where labels and formulas stay', async () => {
    const markdown = await readFile(fileOf('index.md'), 'utf8');
    const links: [string, string][] = [];
    visit(fromMarkdown(markdown), 'link', (link) => {
      links.push([link.url.slice(1), wordsOf(link)]);
    });

    expect(namesIn(links)).toEqual(names);
    for (const label of Object.keys(names)) expect(markdown).toContain(`{#${label}}`);
    for (const formula of formulas) expect(markdown).toContain(formula);
  });

  it('has its anchors in the register', async () => {
    // The build that has no register of it says how many are new.
    expect(site.output).toMatch(/^\d+ addresses and anchors are new/);
  });
});

describe('a formula', () => {
  it('is MathML on the page and in the EPUB, with its TeX', async () => {
    const epub = fromHtml((await readArchive(fileOf('river.epub')))('EPUB/text/ch001.xhtml'));

    expect(page.texts('math annotation')).toEqual(formulas);
    expect(selectAll('math annotation', epub).map(textOf).map(fold)).toEqual(formulas);
    expect(page.all('math mfrac')).toHaveLength(3);
    expect(selectAll('math mfrac', epub)).toHaveLength(3);
  });

  it('is MathML and TeX in JATS, and Word’s own formula in Word', async () => {
    const jats = fromXml(await readFile(fileOf('river.xml'), 'utf8'));
    const word = fromXml((await readArchive(fileOf('river.docx')))('word/document.xml'));

    expect(elements(jats, 'tex-math').map((tex) => fold(allText(tex)))).toEqual(formulas);
    expect(elements(jats, 'mml:mfrac')).toHaveLength(3);
    expect(elements(word, 'm:oMath')).toHaveLength(formulas.length);
    expect(elements(word, 'm:f')).toHaveLength(3);
    // In the middle of the line, with its number at the end.
    expect(
      elements(word, 'w:tabs').map((tabs) =>
        elements(tabs, 'w:tab').map(({ attributes }) => attributes['w:val']),
      ),
    ).toEqual([
      ['center', 'right'],
      ['center', 'right'],
    ]);
  });

  it('is read aloud as its TeX in the PDF', () => {
    expect(pdf.alternatives.filter((words) => formulas.includes(words))).toEqual(formulas);
  });
});

describe('the same in another language', () => {
  it.each([
    ['2026/10/reka', ['табл. 1', 'табл. 1', 'Табл. 1', 'разд. 1', 'прим. 1'], 'Табл. 1.'],
    ['2026/09/gang', ['그림 1', '1절', '각주 1'], '그림 1.'],
  ])('is called by its words in %s', async (path, words, label) => {
    const other = await readPage(site.root, `${path}/index.html`);

    expect(other.texts('#p1 > a[href^="#"]:not(.paragraph-link)')).toEqual(words);
    expect(other.texts(':is(figcaption, caption) > .label')).toEqual([label]);
  });
});

describe('a list of sources', () => {
  const entries = [
    'Kim Chul-Soo. 2021. “The Lower Tumen,” Journal of Examples, May',
    'Müller, Anna. 2020. Rivers and Borders, Example Press',
  ];

  it('stands below the notes, divided where the essay says so, and in every edition', async () => {
    const epub = fromHtml((await readArchive(fileOf('river.epub')))('EPUB/text/ch001.xhtml'));
    const word = fromXml((await readArchive(fileOf('river.docx')))('word/document.xml'));
    const document = await getDocumentProxy(new Uint8Array(await readFile(fileOf('river.pdf'))));
    const printed = fold((await extractText(document, { mergePages: true })).text);
    const listed = elements(word, 'w:p').filter((p) =>
      elements(p, 'w:pStyle').some(({ attributes }) => attributes['w:val'] === 'Bibliography'),
    );

    expect(page.texts('[role="doc-bibliography"] :is(h2, h3)')).toEqual([
      'Sources',
      'Primary sources',
      'Secondary sources',
    ]);
    expect(page.texts('[role="doc-bibliography"] li')).toEqual(entries);
    expect(selectAll('.source', epub).map(textOf).map(fold)).toEqual(entries);
    expect(listed.map((p) => fold(text(p)))).toEqual(entries);
    for (const entry of entries) expect(printed).toContain(entry);
    expect(await readFile(fileOf('index.md'), 'utf8')).toMatch(/^sources: divided$/m);
  });

  it('is there by the settings of the site, unless an essay says otherwise', async () => {
    const [russian, korean] = [
      await readPage(site.root, '2026/10/reka/index.html'),
      await readPage(site.root, '2026/09/gang/index.html'),
    ];

    expect(russian.texts('[role="doc-bibliography"] h2')).toEqual(['Источники']);
    expect(russian.texts('[role="doc-bibliography"] li')).toEqual(entries.slice(0, 1));
    expect(korean.all('[role="doc-bibliography"]')).toEqual([]);
  });
});

describe('what else an essayist writes', () => {
  const lines = [
    'The river runs between two lands,',
    'and is of neither;',
    'the other side is all it has.',
  ];
  const path = '2026/08/words';
  const wordsFile = (name: string) => join(site.dist, path, name);

  it('is on the page in elements of its own', async () => {
    const words = await readPage(site.root, `${path}/index.html`);

    expect(words.all('blockquote[role="doc-epigraph"] .line-block br')).toHaveLength(3);
    expect(words.texts('.prose dl > *')).toEqual([
      'Tumen',
      expect.stringMatching(/^The river, in three languages\./),
      'A port on it.',
      'Yalu',
      'The other river.',
    ]);
    expect(words.texts('.smallcaps')).toEqual(['Tumen River']);
    expect(words.texts('sub')).toEqual(['2', '1']);
    expect(words.texts('sup:not([tabindex])')).toEqual(['nd']);
    expect(words.attributes('.prose [lang]', 'lang')).toEqual(['ru', 'el', 'ru']);
    expect(words.texts('.prose > p[id]')).toHaveLength(2);
  });

  it('is in the EPUB as on the page', async () => {
    const epub = fromHtml((await readArchive(wordsFile('words.epub')))('EPUB/text/ch001.xhtml'));

    expect(selectAll('blockquote .line-block br', epub)).toHaveLength(3);
    expect(selectAll('dt', epub).map(textOf)).toEqual(['Tumen', 'Yalu']);
    expect(selectAll('dd', epub)).toHaveLength(3);
    expect(selectAll('.smallcaps', epub).map(textOf)).toEqual(['Tumen River']);
    expect(selectAll('sub', epub)).toHaveLength(2);
    expect(selectAll('section [lang]', epub).map(({ properties }) => properties['lang'])).toEqual(
      expect.arrayContaining(['ru', 'el']),
    );
  });

  it('is in JATS as its own elements, valid by the DTD', async () => {
    const jats = fromXml(await readFile(wordsFile('words.xml'), 'utf8'));
    const verse = elements(jats, 'verse-line').map((line) => fold(text(line)));

    expect(await validateJats(wordsFile('words.xml'))).toBe('valid');
    expect(verse.filter(Boolean).slice(0, 3)).toEqual(lines);
    expect(elements(jats, 'term').map(text)).toEqual(['Tumen', 'Yalu']);
    expect(elements(jats, 'sc').map(text)).toEqual(['Tumen River']);
    expect(elements(jats, 'sub').map(text)).toEqual(['2', '1']);
    expect(
      elements(jats, 'styled-content').map(({ attributes }) => attributes['xml:lang']),
    ).toEqual(['ru', 'el', ...Array.from({ length: 7 }, () => 'ru')]);
  });

  it('is in Word by its styles, and keeps its lines in the PDF', async () => {
    const word = fromXml((await readArchive(wordsFile('words.docx')))('word/document.xml'));
    const styles = elements(word, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
    const document = await getDocumentProxy(new Uint8Array(await readFile(wordsFile('words.pdf'))));
    const { text: printed } = await extractText(document, { mergePages: false });

    expect(styles.filter((style) => style === 'DefinitionTerm')).toHaveLength(2);
    expect(styles.filter((style) => style === 'Definition')).toHaveLength(3);
    expect(elements(word, 'w:br').length).toBeGreaterThanOrEqual(4);
    expect(elements(word, 'w:smallCaps').length).toBeGreaterThan(0);
    const printedLines = String(printed[0]).split('\n').map(fold);
    expect(printedLines).toEqual(expect.arrayContaining([lines[0]]));
  });

  it('has the table of a division, with its caption, everywhere', async () => {
    const caption = 'Торговля на реке.';
    const words = await readPage(site.root, `${path}/index.html`);
    const epub = fromHtml((await readArchive(wordsFile('words.epub')))('EPUB/text/ch001.xhtml'));
    const jats = fromXml(await readFile(wordsFile('words.xml'), 'utf8'));
    const word = fromXml((await readArchive(wordsFile('words.docx')))('word/document.xml'));
    const bytes = new Uint8Array(await readFile(wordsFile('words.pdf')));
    const { text: printed } = await extractText(bytes, { mergePages: true });

    expect(words.texts('.division[lang=ru] > .wide > table > caption')).toEqual([caption]);
    expect(selectAll('table caption', epub).map((each) => fold(textOf(each)))).toEqual([caption]);
    expect(elements(jats, 'caption').map((each) => fold(text(each)))).toEqual([caption]);
    expect(text(word)).toContain(caption);
    expect(fold(printed)).toContain(caption);
  });

  it('is typed as before in Markdown', async () => {
    const markdown = await readFile(wordsFile('index.md'), 'utf8');

    for (const typed of ['::: epigraph', '|    and is of *neither*;', ': A port on it.', 'H~2~O'])
      expect(markdown).toContain(typed);
  });
});

describe('a page with none of this', () => {
  it('has no styles for it', async () => {
    const plain = await readPage(
      (await readGoodSite('published-essay')).root,
      '2019/09/north-korea-and-russian-relations/index.html',
    );

    for (const rule of [
      '.equation',
      'math[',
      'caption{',
      '.prose thead',
      '.prose .wide)',
      '.sources li',
    ]) {
      expect(page.html).toContain(rule);
      expect(plain.html.replaceAll('figcaption{', '')).not.toContain(rule);
    }
    expect(plain.html).not.toMatch(/\.(?:essay|source)-list/);
  });
});

function allText(node: Root['children'][number]): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(allText).join('') : '';
}

interface Field {
  readonly instruction: string;
  readonly shown: string;
}

/** The fields of a Word document: what each is, and what it shows until Word works it out anew. */
function fieldsIn(body: Root | Element): Field[] {
  const fields: { instruction: string; shown: string }[] = [];
  let isOpen = false;
  visit(body, 'element', (node) => {
    const type = node.name === 'w:fldChar' ? node.attributes['w:fldCharType'] : undefined;
    if (type === 'begin') fields.push({ instruction: '', shown: '' });
    if (type !== undefined) isOpen = type !== 'end';
    const last = fields.at(-1);
    if (!isOpen || last === undefined) return;
    if (node.name === 'w:instrText') last.instruction += text(node);
    if (node.name === 'w:t') last.shown += text(node);
  });
  return fields;
}

/** What stands between the ends of each bookmark, by its name. */
function countedNumbers(body: Root): Map<string, { shown: string; sequence: string | undefined }> {
  const found = new Map<string, { shown: string; sequence: string | undefined }>();
  let open: string | undefined;
  visit(body, 'element', (node) => {
    const name = node.attributes['w:name'];
    if (node.name === 'w:bookmarkStart' && name?.startsWith('_Ref2')) {
      open = name;
      found.set(name, { shown: '', sequence: undefined });
    }
    if (node.name === 'w:bookmarkEnd') open = undefined;
    const bookmark = found.get(open ?? '');
    if (bookmark === undefined) return;
    if (node.name === 'w:t') bookmark.shown += text(node);
    if (node.name === 'w:instrText') bookmark.sequence = /^ SEQ (\w+) /.exec(text(node))?.[1];
  });
  return found;
}
