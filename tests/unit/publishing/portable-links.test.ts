import { describe, expect, it } from 'vitest';
import { makeLinksPortable, movePage } from '../../../src/publishing/portable-links.ts';
import { applyEdits, readTags } from '../../../src/publishing/read-tags.ts';

const files = new Set([
  'index.html',
  'a.png',
  '2019/09/essay/index.html',
  '2020/06/강/index.html',
  '_astro/font.woff2',
]);
const from = '2019/09/essay/index.html';
const portable = (html: string) => applyEdits(html, makeLinksPortable(readTags(html), from, files));

describe('a link that an author wrote', () => {
  it.each([
    ['/', '../../../index.html'],
    ['/#main', '../../../index.html#main'],
    ['/2020/06/강/', '../../../2020/06/강/index.html'],
    ['/2020/06/%EA%B0%95', '../../../2020/06/강/index.html'],
    ['../../../a.png?x=1&y=2', '../../../a.png?x=1&amp;y=2'],
    ['.', 'index.html'],
    ['../essay/#p1', 'index.html#p1'],
  ])('to “%s” is relative and names the file: “%s”', (written, built) => {
    expect(portable(`<a href="${written.replace('&', '&amp;')}">x</a>`)).toBe(
      `<a href="${built}">x</a>`,
    );
  });

  it.each([
    '#p1',
    '',
    'https://example.org/',
    '//example.org/',
    'mailto:a@example.org',
    'data:,',
    '/gone/',
    '/%E0%A4%A',
  ])('to “%s” stays as it is', (written) => {
    expect(portable(`<a href="${written}">x</a>`)).toBe(`<a href="${written}">x</a>`);
  });

  it('is found in srcset, posters and styles, and nowhere else', () => {
    expect(portable('<img src="/a.png" srcset="/a.png 1x, /a.png 2x" alt="/a.png">')).toBe(
      '<img src="../../../a.png" srcset="../../../a.png 1x, ../../../a.png 2x" alt="/a.png">',
    );
    expect(portable('<style>a{b:url("/_astro/font.woff2")}</style><p>url(/a.png)</p>')).toBe(
      '<style>a{b:url("../../../_astro/font.woff2")}</style><p>url(/a.png)</p>',
    );
    expect(portable('<!-- <a href="/"> --><pre>&lt;a href="/"></pre>')).toBe(
      '<!-- <a href="/"> --><pre>&lt;a href="/"></pre>',
    );
  });
});

describe('a moved page', () => {
  it('finds the rest of the site from its old place', () => {
    const files = new Set(['index.html', 'favicon.svg', '2019/09/new/index.html', 'a b.png']);
    const from = '2019/09/new/index.html';
    const html =
      '<a href="../../../">Home</a><link href="../../../favicon.svg"><a href="#p1">' +
      '<img src="/a%20b.png" srcset="/a%20b.png 1x, ../../../a%20b.png 2x">';

    expect(movePage(html, from, 'old/index.html', files)).toBe(
      '<a href="../index.html">Home</a><link href="../favicon.svg"><a href="#p1">' +
        '<img src="../a%20b.png" srcset="../a%20b.png 1x, ../a%20b.png 2x">',
    );
  });
});
