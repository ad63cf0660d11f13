import { describe, expect, it } from 'vitest';
import { addAliases, movePage } from '../../../src/delivery/keep-retired.ts';
import { readPermalinks, writePermalinks } from '../../../src/delivery/permalinks.ts';

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
    const html = '<a href="../../../">Home</a><link href="../../../favicon.svg"><a href="#p1">';

    expect(movePage(html, '2019/09/new/', '2019/09/old/')).toBe(html);
    expect(movePage(html, '2019/09/new/', 'old/')).toBe(
      '<a href="../">Home</a><link href="../favicon.svg"><a href="#p1">',
    );
  });
});
