import { describe, expect, it } from 'vitest';
import { inspectPage } from '../../../src/publishing/built-pages.ts';
import { checkLinks } from '../../../src/publishing/check-links.ts';

/** Problems of the links of a site, given as HTML by file. */
function check(site: Readonly<Record<string, string>>) {
  const files = new Set([...Object.keys(site), 'a.png']);
  const pages = Object.entries(site).map(([name, html]) => inspectPage(html, name, files).page);
  return checkLinks(pages, files).map(({ message, nearest }) => [message, nearest]);
}

describe('a link', () => {
  it('is fine to a page, a file, an anchor, the top and the words of a page', () => {
    const links = ['2019/index.html', 'a.png', '2019/index.html#p1', '2019/index.html#top', '#'];
    const words = '2019/index.html#:~:text=river';
    const first = [...links, words].map((href) => `<a href="${href}">x</a>`).join('');

    expect(check({ 'index.html': first, '2019/index.html': '<p id="p1">River</p>' })).toEqual([]);
  });

  it('is reported to a page that is not there, with the likely one', () => {
    const site = { 'index.html': '<a href="/2019/rivers/">x</a>', '2019/river/index.html': '' };

    expect(check(site)).toEqual([
      ['The link to “/2019/rivers/” leads to no page and no file of the site.', '/2019/river/'],
    ]);
  });

  it('is reported to an anchor that is not there, on its own page or another', () => {
    const first = '<a href="2019/index.html#p9">x</a><a href="#강">x</a><p id="강남">x</p>';

    expect(check({ 'index.html': first, '2019/index.html': '<p id="p1">x</p>' })).toEqual([
      ['The link to “/2019/#p9” leads to no anchor of /2019/.', 'p1'],
      ['The link to “#강” leads to no anchor of /.', '강남'],
    ]);
  });
});
