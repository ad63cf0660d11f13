import { expect, it } from 'vitest';
import { parseXml } from '../../../src/importing/check-xml.ts';
import { factsOfJats } from '../../../src/importing/facts-of-jats.ts';

it('has each person of an article as what they are, and no address as an author', () => {
  const meta =
    '<article-id pub-id-type="publisher-id">7</article-id><article-id pub-id-type="doi">10.5555/ice</article-id><title-group><article-title>Ice</article-title><subtitle>And Snow</subtitle></title-group><contrib-group><contrib contrib-type="author"><name><surname>Ahn</surname><given-names>Mi-Rae</given-names></name></contrib><contrib contrib-type="author"><string-name>김철수</string-name></contrib><contrib contrib-type="author"><collab>Council, Oslo</collab></contrib><contrib contrib-type="editor"><name><surname>Berg</surname></name></contrib></contrib-group><author-notes><corresp>Correspondence: <email>a@example.org</email></corresp></author-notes><permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"/></permissions><abstract><p>Long.</p></abstract><abstract abstract-type="teaser"><p>Short.</p></abstract><kwd-group><title>Keywords</title><kwd>ice</kwd></kwd-group>';

  const facts = factsOfJats(
    parseXml('a.xml', `<article><front><article-meta>${meta}</article-meta></front></article>`),
  );

  expect(facts).toEqual({
    subtitle: 'And Snow',
    authors: ['Ahn, Mi-Rae', '김철수', '{Council, Oslo}'],
    editors: ['Berg'],
    translators: [],
    keywords: ['ice'],
    doi: '10.5555/ice',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    description: 'Short.',
  });
});
