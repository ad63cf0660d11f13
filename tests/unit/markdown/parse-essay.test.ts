import { fileURLToPath } from 'node:url';
import { toHast } from 'mdast-util-to-hast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { loadLibrary } from '../../../src/formatting/load-library.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';
import { rehypeHeadings } from '../../../src/markdown/rehype-headings.ts';
import { publishedEssay } from '../../support/fixture-sites.ts';
import { siteSettings } from '../../support/site-settings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { bibliography } = await loadLibrary(publishedEssay, siteSettings.citationFiles);
const parse = (text: string) =>
  parseEssay(root, readEssayFile('content/essays/e.mdx', text, 'en'), bibliography);
const rulesFor = (text: string) => parse(text).problems.map(({ rule }) => rule);

it.each([
  ['a link', '[kim2019](https://example.org/@kim)'],
  ['an e-mail address in brackets', 'Write to [anna@example.org].'],
  ['an escaped bracket', 'Pandoc writes \\[@kim2019] for a citation.'],
  ['code', 'Pandoc writes `[@nobody]` and `[^nothing]`.'],
  ['a citation over two lines', 'Text.[see @kim2019,\np. 12] More.'],
  ['a citation in a link to nowhere', 'Text.[@kim2019](not a link)'],
  [
    'a citation after an exclamation mark',
    'Stop![@kim2019] Go!! [@kim2019] ![x](https://example.org/x.png)',
  ],
  ['a key with punctuation after it', 'Text [as in @kim2019: passim].'],
])('finds nothing wrong with %s', (_, text) => {
  expect(rulesFor(text)).toEqual([]);
});

it('names the author of a source cited without brackets, and cites it without the name', () => {
  const { data } = parse(
    'As @kim2019 [p. 3] says, and (@kim2019). *@lukin2019*: a@kim2019, @anna.',
  );

  expect(data.markdown).toBe(
    'As Kim[^_kim2019-p3] says, and (Kim[^_kim2019]). *Lukin[^_lukin2019]*: a@kim2019, @anna.',
  );
  expect(data.notes?.map(({ anchor }) => anchor)).toEqual([
    'fn--kim2019-p3',
    'fn--kim2019',
    'fn--lukin2019',
  ]);
  expect(data.problems ?? []).toEqual([]);
});

it.each([
  ['<b>@kim2019</b>', '<b>Kim[^_kim2019]</b>'],
  ['@kim2019--who wrote', 'Kim[^_kim2019]--who wrote'],
  ['@kim2019...', 'Kim[^_kim2019]...'],
])('ends the key of %s where Pandoc does', (text, markdown) => {
  expect(parse(text).data.markdown).toBe(markdown);
});

it.each([
  ['code', '`@kim2019`'],
  ['an escape', '\\@kim2019'],
  ['an address', 'https://example.org/@kim2019'],
  ['the words of another', '@somebody, anna@example.org'],
])('takes no author out of %s', (_, text) => {
  const { data, problems } = parse(text);

  expect(data.notes).toEqual([]);
  expect(problems).toEqual([]);
});

it.each([
  ['As @kim2091 [p. 12] says.', 'kim2091', 'kim2019'],
  ['As @kim2091 says.', 'kim2091', 'kim2019'],
  ['As @somebody [p. 12] says.', 'somebody', undefined],
  ['As @{some/body} says.', 'some/body', undefined],
  ['Text.[^a]\n\n[^a]: As @kim2091 says.', 'kim2091', 'kim2019'],
])('reports the author that nobody knows in: %s', (text, source, nearest) => {
  expect(parse(text).problems).toMatchObject([{ rule: 'citation-key-exists', source, nearest }]);
});

it.each([
  ['title = {\\emph{Beowulf} in 1 * 2}', 'Beowulf in 1 \\* 2', 'Beowulf in 1 * 2'],
  ['author = {{The [new] a_b {c}}}', 'The \\[new\\] a\\_b c', 'The [new] a_b c'],
  ['author = {Kim, Anna}, title = {\\emph{T}}', 'Kim', 'Kim'],
  ['publisher = {P}', 'a\\_source', 'a_source'],
])('names a source with %s in words that are no markup', (fields, markdown, name) => {
  const file = { path: 'a.bib', text: `@book{a_source, ${fields}}` };
  const essay = readEssayFile('content/essays/e.mdx', 'As @a_source says.', 'en');
  const { tree, data } = parseEssay(root, essay, readBibliography([file]).bibliography);

  expect(data.markdown).toMatch(/^As (.*)\[\^_a_source\] says\.$/);
  expect(data.markdown?.slice(3, -'[^_a_source] says.'.length)).toBe(markdown);
  expect(tree && wordsOf(tree)).toContain(`As ${name} says.`);
});

it('leaves a link behind a named author a link', () => {
  const { data } = parse('As @kim2019 [says](https://example.org/).');

  expect(data.markdown).toBe('As Kim[^_kim2019] [says](https://example.org/).');
});

it.each([
  ['an unknown key over two lines', 'Text.[see\n@nobody]', 'citation-key-exists'],
  ['an unknown key in a quotation', '> Text.[@nobody]', 'citation-key-exists'],
  ['an unknown key in a list', '- Text.[@nobody]', 'citation-key-exists'],
  ['an unknown key in strong text', '**Text.[@nobody]**', 'citation-key-exists'],
  ['an unknown key in a component', '<div>\n\nText.[@nobody]\n\n</div>', 'citation-key-exists'],
  ['a note that only its own text would define', 'Text.[^a]\n\n[^b]: Text.', 'note-is-defined'],
])('finds %s', (_, text, rule) => {
  expect(rulesFor(text)).toContain(rule);
});

it('takes a picture by its address, in which a percent sign begins a character', () => {
  const messages = (text: string) => parse(text).problems.map(({ message }) => message);

  expect(messages('![A dot.](../../public/f%61vicon.svg)')).toEqual([]);
  expect(messages('![A dot.](./a%20dot.png)')).toEqual(['There is no image “./a%20dot.png”.']);
  expect(messages('Text.\n\n![A dot.](./100%.png)')).toEqual([
    'There is no image “./100%.png”; a percent sign is written “%25” there.',
  ]);
});

it('hands on the notes as they are numbered, and the citations that are to be formatted', () => {
  const { data } = parse('One.[@kim2019] Two.[^a] One.[@kim2019]\n\n[^a]: See [@lukin2019, 3].\n');

  expect(data.notes?.map(({ number, anchor, keys }) => [number, anchor, keys])).toEqual([
    [1, 'fn-kim2019', ['kim2019']],
    [2, 'fn-a', ['lukin2019']],
  ]);
  expect(data.citations?.map(({ citation }) => citation.text)).toEqual([
    '@kim2019',
    '@lukin2019, 3',
  ]);
});

it('has no tree of what is no MDX, and says where it stops', () => {
  const { tree, problems } = parse('---\ntitle: T\ndate: 2019\n---\n\nText. {\n');

  expect(tree).toBeUndefined();
  expect(problems).toMatchObject([
    { rule: 'essay-parses', file: 'content/essays/e.mdx', place: { line: 6 } },
  ]);
});

it('sets the punctuation of a caption, and of its Markdown, but for what is behind a backslash', () => {
  const body = `---\ntitle: T\ndate: 2019\n---\n\n![A.](https://example.org/a.png)\n  It's \\"raw\\" and\n"set".\n`;
  const file = readEssayFile('content/essays/e.mdx', body, 'en');
  const { tree, data } = parseEssay(root, file, bibliography, { punctuation: 'smart' });
  if (tree === undefined) throw new Error('This is no MDX.');

  expect(wordsOf(tree)).toContain('It’s "raw" and\n“set”.');
  expect(data.markdown).toContain(String.raw`It’s \"raw\" and`);
  expect(data.markdown).toContain('“set”.');
});

it.each([
  ['a picture', "It's ![a dot](https://example.org/a.png)", 'its'],
  ['a citation', "It's so[@kim2019] -- or not", 'its-so----or-not'],
  ['two lines', "It's so\\\nor not\n===", 'its-so-or-not'],
])('keeps the anchor of a heading with %s, whatever its punctuation', (_, heading, anchor) => {
  const text = heading.includes('\n') ? heading : `## ${heading}`;
  const body = `---\ntitle: T\ndate: 2019\n---\n\n${text}\n`;
  const essay = readEssayFile('content/essays/e.mdx', body, 'en');
  const anchors = (['typed', 'smart'] as const).map((punctuation) => {
    const { tree } = parseEssay(root, essay, bibliography, { punctuation });
    const page = toHast(tree ?? { type: 'root', children: [] });
    const file = new VFile();
    if (page.type === 'root') unified().use(rehypeHeadings).runSync(page, file);
    return file.data.headings?.[0]?.anchor;
  });

  expect(anchors).toEqual([anchor, anchor]);
});
