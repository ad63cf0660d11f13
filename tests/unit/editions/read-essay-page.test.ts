import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import type { EditionDocument } from '../../../src/editions/document.ts';
import { readEssayPage } from '../../../src/editions/read-essay-page.ts';
import { editionDocument } from '../../support/edition-document.ts';

function withText(document: EditionDocument, html: string): EditionDocument {
  return { ...document, html, record: { ...document.record, notes: [] } };
}

it('says of the words of a heading in which language they are, as every format can', async () => {
  const document = await editionDocument();
  const html = '<div class="prose"><h2 id="reka" lang="ru">Река</h2><p>Text.</p></div>';

  const { text } = readEssayPage(withText(document, html));

  expect(toHtml(text)).toBe('<h2 id="reka"><span lang="ru">Река</span></h2><p>Text.</p>');
});

it('leads from the top of the site where that is a folder of its host', async () => {
  const document = await editionDocument();
  const address = `https://example.org/some/where/${document.essay.path}`;
  const html = '<div class="prose"><p><a href="/2020/01/other/#p2">Other</a></p></div>';

  const { text } = readEssayPage({ ...withText(document, html), address });

  expect(toHtml(text)).toContain('href="https://example.org/some/where/2020/01/other/#p2"');
});
