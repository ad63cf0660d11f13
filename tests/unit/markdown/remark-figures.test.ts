import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { remarkCitations } from '../../../src/markdown/remark-citations.ts';
import { remarkFigures } from '../../../src/markdown/remark-figures.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkCitations).use(remarkFigures);

/** With a paragraph before, since the first picture of an essay is loaded at once. */
function figures(text: string): string {
  const tree = reader.runSync(reader.parse(`A paragraph.\n\n${text}`));
  return toHtml(toHast(tree)).replace('<p>A paragraph.</p>\n', '');
}

const image = '<img src="a.jpg" alt="A.">';

it.each([
  ['a picture alone', '![A.](a.jpg)', `<figure>${image}</figure>`],
  [
    'a title',
    '![A.](a.jpg "The *A*.")',
    `<figure>${image}<figcaption>The *A*.</figcaption></figure>`,
  ],
  [
    'words on the next line',
    '![A.](a.jpg)\nThe *A* and\n`B`.',
    `<figure>${image}<figcaption>The <em>A</em> and\n<code>B</code>.</figcaption></figure>`,
  ],
  [
    'a last line in emphasis',
    '![A.](a.jpg)\nThe *A*.\n*By [B](https://b.example/).*',
    `<figure>${image}<figcaption>The <em>A</em>. <small>By <a href="https://b.example/">B</a>.</small></figcaption></figure>`,
  ],
  [
    'a title and a credit',
    '![A.](a.jpg "The A.")\n*By B.*',
    `<figure>${image}<figcaption>The A. <small>By B.</small></figcaption></figure>`,
  ],
  [
    'a caption that begins with a colon, as that of a table',
    '![A.](a.jpg)\n: The *A*.\n*By B.*',
    `<figure>${image}<figcaption>The <em>A</em>. <small>By B.</small></figcaption></figure>`,
  ],
  [
    'such a caption below an empty line',
    '![A.](a.jpg)\n\n: The *A*.',
    `<figure>${image}<figcaption>The <em>A</em>.</figcaption></figure>`,
  ],
  [
    'a line that only ends in emphasis',
    '![A.](a.jpg)\nThe A of *B.*',
    `<figure>${image}<figcaption>The A of <em>B.</em></figcaption></figure>`,
  ],
  [
    'a hard break',
    '![A.](a.jpg)  \nThe A.  \n*By B.*',
    `<figure>${image}<figcaption>The A. <small>By B.</small></figcaption></figure>`,
  ],
  [
    'a picture by reference',
    '![A.][a]\nThe A.\n\n[a]: a.jpg "Before."',
    `<figure>${image}<figcaption>Before. The A.</figcaption></figure>`,
  ],
  [
    'a picture that is a link',
    '[![A.](a.jpg)](b.jpg)\nThe A.',
    `<figure><a href="b.jpg">${image}</a><figcaption>The A.</figcaption></figure>`,
  ],
  [
    'two pictures with one caption',
    '![A.](a.jpg)\n![A.](a.jpg)\nBoth.',
    `<figure>${image}${image}<figcaption>Both.</figcaption></figure>`,
  ],
  [
    'two pictures alone',
    '![A.](a.jpg "One.") ![A.](a.jpg "Two.")',
    `<figure>${image}<figcaption>One.</figcaption></figure>\n<figure>${image}<figcaption>Two.</figcaption></figure>`,
  ],
])('makes a figure of %s', (_, text, html) => {
  expect(figures(text)).toBe(html);
});

it.each([
  ['words on its own line', '![A.](a.jpg) The A.'],
  ['words before it', 'The A:\n![A.](a.jpg)'],
  ['a picture in a quotation', '> ![A.](a.jpg)'],
  ['a link of words', '[A](b.jpg)\nThe A.'],
])('makes none of %s', (_, text) => {
  expect(figures(text)).not.toContain('<figure>');
});

it('loads a picture at once with which the text begins, and no other', () => {
  const tree = reader.runSync(reader.parse('![A.](a.jpg)\n\n![A.](a.jpg)'));

  expect(toHtml(toHast(tree)).match(/<img[^>]*>/g)).toEqual([
    '<img src="a.jpg" alt="A." loading="eager">',
    image,
  ]);
});
