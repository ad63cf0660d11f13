import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { readEssayPage } from '../../../src/editions/read-essay-page.ts';
import { editionDocument } from '../../support/edition-document.ts';

it('says of the words of a heading in which language they are, as every format can', async () => {
  const { record } = await editionDocument();
  const html = '<div class="prose"><h2 id="reka" lang="ru">Река</h2><p>Text.</p></div>';

  const { text } = readEssayPage(html, { ...record, notes: [] });

  expect(toHtml(text)).toBe('<h2 id="reka"><span lang="ru">Река</span></h2><p>Text.</p>');
});
