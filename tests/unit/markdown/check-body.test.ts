import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openCitationLibrary } from '../../../src/formatting/citation-library.ts';
import { checkBody } from '../../../src/markdown/check-body.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const library = openCitationLibrary({
  root,
  bibliography: ['content/bibliography.bib'],
  style: 'content/notes.csl',
});
const rulesFor = async (body: string) =>
  (await checkBody(`${root}/content/essays/e.mdx`, body, library)).map(({ rule }) => rule);

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
])('finds nothing wrong with %s', async (_, body) => {
  expect(await rulesFor(body)).toEqual([]);
});

it.each([
  ['an unknown key over two lines', 'Text.[see\n@nobody]', 'citation-key-exists'],
  ['an unknown key in a quotation', '> Text.[@nobody]', 'citation-key-exists'],
  ['an unknown key in a list', '- Text.[@nobody]', 'citation-key-exists'],
  ['an unknown key in strong text', '**Text.[@nobody]**', 'citation-key-exists'],
  ['an unknown key in a component', '<div>\n\nText.[@nobody]\n\n</div>', 'citation-key-exists'],
  ['a note that only its own text would define', 'Text.[^a]\n\n[^b]: Text.', 'note-is-defined'],
])('finds %s', async (_, body, rule) => {
  expect(await rulesFor(body)).toContain(rule);
});
