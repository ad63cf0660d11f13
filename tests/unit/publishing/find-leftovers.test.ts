import { describe, expect, it } from 'vitest';
import { findLeftovers, findLeftoversInFile } from '../../../src/publishing/find-leftovers.ts';
import { readTags } from '../../../src/publishing/read-tags.ts';

const find = (html: string) => findLeftovers(html, readTags(html)).map(({ words }) => words);
const findInFile = (text: string) => findLeftoversInFile(text).map(({ words }) => words);

describe('what a template leaves', () => {
  it.each([
    ['<p>undefined</p>', 'undefined'],
    ['<title>undefined · Research Essays</title>', 'undefined'],
    ['<p class="imprint">NaN · May 2019</p>', 'NaN'],
    ['<p>By [object Object]</p>', '[object Object]'],
    ['<p>A <em>[object Object]</em> here</p>', '[object Object]'],
    ['<a href="/undefined/">x</a>', '/undefined/'],
    ['<a href="https://example.org/?q=undefined">x</a>', 'https://example.org/?q=undefined'],
    ['<a href="x/%5Bobject%20Object%5D/">x</a>', 'x/%5Bobject%20Object%5D/'],
    ['<p class="undefined">x</p>', 'undefined'],
    ['<time datetime="NaN">x</time>', 'NaN'],
    ['<meta content="[object Object]">', '[object Object]'],
    ['<link rel="canonical" href="http://localhost:4321/x/">', 'http://localhost:4321/x/'],
    ['<a href="http://127.0.0.1/">x</a>', 'http://127.0.0.1/'],
    ['<script type="application/ld+json">{"a":"[object Object]"}</script>', '[object Object]'],
  ])('is found in %s', (html, words) => {
    expect(find(html)).toEqual([words]);
  });

  it.each([
    '<p>The word undefined is a word.</p>',
    '<p>It is <em>undefined</em>, or <q>undefined</q>.</p>',
    '<p>The value <code>undefined</code>, <code>[object Object]</code>.</p>',
    '<pre><span>undefined</span></pre>',
    '<h1>An undefined border</h1>',
    '<p>Open http://localhost:4321/ or localhost.</p>',
    '<a href="https://example.org/undefined-behavior/">x</a>',
    '<a href="https://example.org/localhost/">x</a>',
    '<meta name="description" content="What is undefined, and why.">',
    '<img alt="undefined" src="a.png">',
  ])('is not seen in %s', (html) => {
    expect(find(html)).toEqual([]);
  });

  it.each([
    ['<title>undefined</title>', 'undefined'],
    ['{"title":"undefined"}', 'undefined'],
    ['{"title": undefined}', 'undefined'],
    ['<link>https://example.org/undefined/</link>', 'undefined'],
    ['<p>[object Object]</p>', '[object Object]'],
    ['<loc>http://localhost:4321/a/</loc>', 'http://localhost:4321/a/'],
  ])('is found in a feed or export: %s', (text, words) => {
    expect(findInFile(text)).toEqual([words]);
  });

  it('is not seen in the prose or the code of a feed or export', () => {
    expect(findInFile('<p>The word undefined.</p>{"text": "It is undefined."}')).toEqual([]);
    expect(findInFile('&lt;code&gt;[object Object]&lt;/code&gt;')).toEqual([]);
  });
});
