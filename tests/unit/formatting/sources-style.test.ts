import { readFile } from 'node:fs/promises';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { bareCitation } from '../../../src/citations/citation.ts';
import { placeAlone } from '../../../src/citations/positions.ts';
import { createCitationFormatter } from '../../../src/formatting/citation-formatter.ts';
import { readCitationStyle } from '../../../src/formatting/citation-style.ts';

it.each([
  [
    '@online{a, author = {Kim, A}, title = {Page}, date = {2019-10}, url = {https://a.example/}}',
    'Kim, A. 2019. “Page,” October. https://a.example/',
  ],
  [
    '@online{a, title = {Page}, date = {2019-10-03}, url = {https://a.example/}}',
    '“Page.” 2019. October 3. https://a.example/',
  ],
  ['@book{a, title = {Book}, date = {1870}}', 'Book. 1870'],
  ['@book{a, title = {Book}, publisher = {Press}, date = {1870}}', 'Press. 1870. Book'],
])('the page of sources has %s as “%s”', async (entry, printed) => {
  const { style } = readCitationStyle(
    await readFile('content/sources.csl', 'utf8'),
    'sources.csl',
    () => undefined,
  );
  if (style === undefined) throw new Error('The style cannot be read.');
  const { bibliography } = readBibliography([{ path: 'a.bib', text: entry }]);
  const formatter = createCitationFormatter(bibliography, style);
  const [nodes = []] = await formatter.format([placeAlone(bareCitation('a'))]);

  expect(textOf(h('p', nodes))).toBe(printed);
});
