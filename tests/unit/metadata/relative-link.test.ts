import { describe, expect, it } from 'vitest';
import { relativeLink, siteLink } from '../../../src/metadata/relative-link.ts';

describe('a relative link', () => {
  it.each([
    ['', ''],
    ['', '2019/09/'],
    ['2019/09/essay/', ''],
    ['2019/09/essay/', '2019/09/'],
    ['2019/09/', '2019/09/essay/'],
    ['2019/', '2020/01/other/'],
    ['2019/09/essay/', '2019/09/essay/'],
    ['2019/09/essay/', 'favicon.svg'],
  ])('from “%s” leads to “%s” at any address of the site', (from, to) => {
    for (const top of ['https://example.org/', 'https://example.org/some/where/']) {
      const file = /(^|\/)$/.test(to) ? `${to}index.html` : to;
      expect(new URL(relativeLink(from, to), new URL(from, top)).href).toBe(
        new URL(file, top).href,
      );
    }
  });

  it('takes the shortest way', () => {
    expect(relativeLink('2019/09/essay/', '2019/09/')).toBe('../index.html');
    expect(relativeLink('2019/09/essay/', '2019/10/other/')).toBe('../../10/other/index.html');
    expect(relativeLink('2019/', '2019/09/')).toBe('09/index.html');
  });
});

describe('the link from the error page, whose address nobody knows,', () => {
  it('leads to the address the site is published at, or nowhere', () => {
    expect(siteLink('404.html', '', 'https://example.org/essays')).toBe(
      'https://example.org/essays/',
    );
    expect(siteLink('404.html', 'sources/', 'https://example.org/essays/')).toBe(
      'https://example.org/essays/sources/',
    );
    expect(siteLink('404.html', '', undefined)).toBeUndefined();
    expect(siteLink('2019/', '', 'https://example.org/essays')).toBe('../index.html');
  });
});
