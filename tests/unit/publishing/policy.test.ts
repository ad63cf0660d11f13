import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishPage } from '../../../src/publishing/built-pages.ts';
import { findForbidden } from '../../../src/publishing/check-policy.ts';
import { unite } from '../../../src/publishing/host-files.ts';
import { addPolicy, policyFor, readPolicy, writePolicy } from '../../../src/publishing/policy.ts';
import { readTags } from '../../../src/publishing/read-tags.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const faults = (html: string) => findForbidden(html, readTags(html)).map(({ words }) => words);

describe('the policy of a page', () => {
  it('allows its own styles, its images and nothing else', () => {
    expect(writePolicy(policyFor(page('<style>a{}</style>')))).toBe(
      `default-src 'none';style-src ${hashOf('a{}')};img-src 'self';connect-src 'self';base-uri 'none';form-action 'none'`,
    );
  });

  it('allows a script by its hash, and takes data for no script', () => {
    const { 'script-src': scripts } = policyFor(
      page('<script>go()</script><script type="application/ld+json">{}</script>'),
    );

    expect(scripts).toEqual([hashOf('go()')]);
    expect(policyFor(page('<script type="application/ld+json">{}</script>'))).not.toHaveProperty(
      'script-src',
    );
  });

  it('allows data, media and fonts only where there are some', () => {
    const rich = policyFor(
      page(
        '<style>@font-face{}</style>',
        '<video src="a.mp4"></video><img src="data:image/png;,">',
      ),
    );

    expect(rich).toMatchObject({
      'img-src': ["'self'", 'data:'],
      'media-src': ["'self'"],
      'font-src': ["'self'"],
    });
  });

  it('stands before whatever it is about, behind the encoding', () => {
    expect(addPolicy(page('<style>a{}</style>'))).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]+"><style>/,
    );
  });

  it('is read as it is written', () => {
    const policy = policyFor(page('<style>a{}</style>'));

    expect(readPolicy(writePolicy(policy))).toEqual(policy);
  });

  it('is united with those of other pages for a header', () => {
    const one = policyFor(page('<style>a{}</style>'));
    const other = policyFor(page('<style>b{}</style>', '<img src="data:,">'));

    expect(unite([one, other])).toMatchObject({
      'default-src': ["'none'"],
      'style-src': [hashOf('a{}'), hashOf('b{}')].sort(),
      'img-src': ["'self'", 'data:'],
    });
  });
});

describe('a page with its policy', () => {
  it('has nothing that it forbids', () => {
    expect(
      faults(addPolicy(page('<style>a{}</style>', '<p>Text</p><a href="https://x.org">x</a>'))),
    ).toEqual([]);
  });

  it.each([
    ['<p style="color:red">x</p>', 'style="color:red"'],
    ['<p onclick="x()">x</p>', 'onclick="x()"'],
    ['<script src="a.js"></script>', '<script'],
    ['<iframe></iframe>', '<iframe'],
    ['<form></form>', '<form'],
    ['<img src="https://x.org/a.png">', 'src="https://x.org/a.png"'],
    ['<img src="//x.org/a.png">', 'src="//x.org/a.png"'],
    ['<a href="javascript:x()">x</a>', 'href="javascript:x()"'],
  ])('is found to have %s', (body, words) => {
    expect(faults(addPolicy(page('', body)))).toContain(words);
  });

  it('is found to have a style or script that changed after it was made', () => {
    const html = addPolicy(page('<style>a{}</style><script>go()</script>'));

    expect(faults(html.replace('a{}', 'b{}').replace('go()', 'stop()'))).toEqual([
      '<style',
      '<script',
    ]);
  });

  it('is found to have none, or to have it too late', () => {
    expect(faults(page(''))).toHaveLength(1);
    expect(
      faults(page('<style>a{}</style><meta http-equiv="content-security-policy" content="">')),
    ).toContain('<style');
  });

  it('may load the links that search engines and feed readers follow from other sites', () => {
    expect(faults(addPolicy(page('<link rel="canonical" href="https://x.org/">')))).toEqual([]);
    expect(faults(addPolicy(page('<link rel="stylesheet" href="https://x.org/">')))).toHaveLength(
      1,
    );
  });
});

describe('a style attribute', () => {
  it('becomes a rule of the page, the same one for the same style', () => {
    const html = page('', '<p style="a:b">1</p><p class="x" style="a:b">2</p><p style="c:d">3</p>');

    expect(finishPage(html, 'index.html', new Set())).toBe(
      addPolicy(
        page(
          '<style>.inline-1{a:b}.inline-2{c:d}</style>',
          '<p class="inline-1">1</p><p class="x inline-1" >2</p><p class="inline-2">3</p>',
        ),
      ),
    );
  });

  it('is left alone in text', () => {
    const html = page('', '<code>&lt;p style="a:b"></code>');

    expect(finishPage(html, 'index.html', new Set())).toBe(addPolicy(html));
  });
});
