import { describe, expect, it } from 'vitest';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';

/** Everything that is said of a text, each with its line and column. */
function said(text: string): string[] {
  const essay = { name: 'content/essays/e.mdx', body: text, essay: undefined };
  return parseEssay('/project', essay, { sources: new Map() }).problems.map(
    ({ place, message, advice }) => `${place.line}:${place.column} ${message} ${advice ?? ''}`,
  );
}

describe('what MDX would run', () => {
  it.each([
    ['A {T} b', '1:3 “{T}” is code here. Write `\\{T}` for the words.'],
    ['A {3 apples} b', '1:3 “{3 apples}” is code here. Write `\\{3 apples}` for the words.'],
    [
      'A <Figure/> b',
      '1:3 “<Figure/>” is code here: it calls for a component “Figure”, which the essay does not import. Write `\\<Figure/>` for the words.',
    ],
    ['<a href={x}>y</a>', '1:4 “href={x}” is code here. Give it its value in quotation marks.'],
    [
      'import of goods.',
      '1:1 A paragraph that begins with “import” is code here. Begin it with another word.',
    ],
    ["import x from 'y'", '1:16 The essay imports “y”, and has no folder of its own. '],
    [
      'One.\n\nexport figures rose.',
      '3:1 A paragraph that begins with “export” is code here. Begin it with another word.',
    ],
  ])('is said at its place: %j', (text, sentence) => {
    expect(said(text)).toEqual([sentence]);
  });

  it.each([
    '{/* a remark */}',
    "a {'text'} b",
    'H<sub>2</sub>O',
    '<aside>\n\nBeside.\n\n</aside>',
    '<details><summary>S</summary>Text</details>',
    'x < 5 \\{so\\} `{code}`',
  ])('is nothing of this: %j', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what stops the parser', () => {
  it.each([
    [
      'One { is\nopen, {closed}.\n\nNext.',
      '1:5 The brace before “is” is closed nowhere. Write `\\{` where a brace is meant; it begins code otherwise.',
    ],
    ['x <5 b', '1:3 “<5 b” begins a tag here. Write `\\<` where a less-than sign is meant.'],
    [
      'x <y> b',
      '1:3 “<y>” begins a tag that nothing ends. Write `\\<y>` for the words, or end the tag with `</y>`.',
    ],
    [
      'x<br>y',
      '1:2 “<br>” begins a tag that nothing ends. Write `\\<br>` for the words, or `<br />` for the tag.',
    ],
    ['x</b>', '1:2 “</b>” ends a tag that nothing begins. Delete it.'],
    [
      '<!-- no -->',
      '1:1 “<!--” begins no remark here. Write `{/* … */}` for a remark that nobody is to see.',
    ],
    [
      '<https://example.org>',
      '1:1 “<https://example.org>” is no link here. Write `[words](https://example.org)`.',
    ],
    [
      '<me@example.org>',
      '1:1 “<me@example.org>” is no link here. Write `[words](mailto:me@example.org)`.',
    ],
  ])('is said where it begins: %j', (text, sentence) => {
    expect(said(text)).toContain(sentence);
  });

  it('is said at its place where lines end as in Windows', () => {
    expect(said('One.\r\n\r\nexport figures rose.\r\n\r\nA { brace.')).toEqual([
      expect.stringMatching(/^3:1 A paragraph that begins with “export”/),
      expect.stringMatching(/^5:3 The brace before “brace\.” is closed nowhere/),
    ]);
  });

  it('is said so often only as anybody reads', () => {
    expect(said('x <5 y\n\n'.repeat(80)).length).toBeLessThan(60);
  });

  it('hides nothing else that is wrong', () => {
    expect(said('x <5 y [@nobody] {T} <6 z')).toHaveLength(4);
  });
});
