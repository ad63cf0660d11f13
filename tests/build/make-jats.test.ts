import { expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { buildTree } from '../../src/editions/build-tree.ts';
import { matterOf } from '../../src/editions/edition-matter.ts';
import { makeJats } from '../../src/editions/make-jats.ts';
import { packImages } from '../../src/editions/pack-images.ts';
import { readEssayPage } from '../../src/editions/read-essay-page.ts';
import { editionDocument } from '../support/edition-document.ts';
import { elements, text } from '../support/read-editions.ts';

async function bodyOf(html: string): Promise<string> {
  const given = await editionDocument();
  const document = {
    ...given,
    html: `<div class="prose">${html}</div>`,
    record: { ...given.record, notes: [], targets: [] },
  };
  const tree = await buildTree(
    readEssayPage(document),
    await packImages(document),
    matterOf(document),
  );
  const jats = Buffer.from(await makeJats(document, tree)).toString();
  return /<body>\s*<\?essay text\?>(.*?)<\?essay-end text\?>\s*<\/body>/s.exec(jats)?.[1] ?? '';
}

it('says what a picture shows, whatever signs are in that', async () => {
  const body = await bodyOf(
    '<figure><img src="/a.png" alt="Salt &amp; tea, &lt;1890&gt;"></figure>',
  );

  expect(elements(fromXml(body), 'alt-text').map(text)).toEqual(['Salt & tea, <1890>']);
});

it('says of the paragraphs and the verse of a division in which language they are', async () => {
  const body = await bodyOf(
    '<div lang="ru"><p>Река</p><div class="line-block">Раз<br>Два</div><div lang="en"><p>River</p></div></div>',
  );

  expect(body.replace(/\s*\n\s*/g, '')).toBe(
    '<p><styled-content xml:lang="ru">Река</styled-content></p>' +
      '<verse-group xml:lang="ru"><verse-line>Раз</verse-line><verse-line>Два</verse-line></verse-group>' +
      '<p><styled-content xml:lang="en">River</styled-content></p>',
  );
});
