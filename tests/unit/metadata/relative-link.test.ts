import { describe, expect, it } from 'vitest';
import { relativeLink } from '../../../src/metadata/relative-link.ts';

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
      expect(new URL(relativeLink(from, to), new URL(from, top)).href).toBe(new URL(to, top).href);
    }
  });
});
