import { expect, it } from 'vitest';
import { toPortableHtml } from '../../../src/metadata/portable-html.ts';

const essay = { path: '2019/09/essay/', slug: 'essay' };
const url = 'https://example.org/some/where/2019/09/essay/';

it.each([
  ['<a href="/2020/01/other/#p2">', 'https://example.org/some/where/2020/01/other/#p2'],
  ['<img src="/_astro/dot.png">', 'https://example.org/some/where/_astro/dot.png'],
  ['<a href="#p2">', `${url}#p2`],
  ['<a href="trade.csv">', `${url}trade.csv`],
  ['<a href="//other.example/a">', 'https://other.example/a'],
  ['<a href="mailto:anna@example.org">', 'mailto:anna@example.org'],
])('leads from %s, on a site in a folder of its host, to %s', (element, address) => {
  expect(toPortableHtml(element, essay, url)).toContain(`"${address}"`);
});
