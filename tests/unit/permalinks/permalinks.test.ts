import { describe, expect, it } from 'vitest';
import { readPermalinks, writePermalinks } from '../../../src/permalinks/permalinks.ts';
import { addAliases } from '../../../src/publishing/keep-retired.ts';
import { movePage } from '../../../src/publishing/portable-links.ts';

describe('the register of permalinks', () => {
  it('reads what it writes, and writes it sorted', () => {
    const register = {
      pages: {
        'b/': { anchors: { p2: [], 'fn-a': ['a', 'c'] }, retired: {} },
        'a/': { anchors: {}, retired: { x: 'y' } },
      },
      retired: { 'old/': 'a/' },
      sources: { a: ['url example.org'] },
    };
    const text = writePermalinks(register);

    expect(readPermalinks(text)).toEqual(register);
    expect(text.indexOf('"a/"')).toBeLessThan(text.indexOf('"b/"'));
    expect(text).toContain('"fn-a": ["a", "c"]');
  });

  it('says what is wrong with it', () => {
    expect(readPermalinks('{')).toMatchObject({
      reason: expect.stringContaining('it is not JSON'),
    });
    expect(readPermalinks('{"pages":[]}')).toMatchObject({
      reason: expect.stringContaining('“pages”'),
    });
  });
});

describe('a retired anchor', () => {
  it('stands first in the element that took its place', () => {
    expect(addAliases('<p id="p1">One</p><p class="x" id="p2">Two</p>', { old: 'p2' })).toBe(
      '<p id="p1">One</p><p class="x" id="p2"><span id="old"></span>Two</p>',
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
