import { expect, it } from 'vitest';
import { readHtml } from '../../../src/importing/read-html.ts';

const page = (...titles: string[]) =>
  `<article><h1>A Page</h1><p>Words.</p>${titles.map((title) => `<span class="Z3988" title="${title}"></span>`).join('')}</article>`;
const offered = (html: string) =>
  readHtml('a.html', html).remarks.flatMap(({ kind, message }) =>
    kind === 'offered' ? [message] : [],
  );

it('counts the sources that a page describes for Zotero, by kind and title', () => {
  const book = 'rft.genre=book&amp;rft.btitle=Bridges';
  const article = 'rft.genre=article&amp;rft.atitle=A+Quiet+Border';

  expect(offered(page())).toEqual([]);
  expect(offered(page('rft.genre=book', 'rft.title=No+kind'))).toEqual([]);
  expect(offered(page(book))).toEqual([
    'The page describes a source for Zotero: save it there, and npm run cite adds the export.',
  ]);
  expect(offered(page(book, article))).toEqual([
    'The page describes 2 sources for Zotero: save it there, and npm run cite adds the export.',
  ]);
});
