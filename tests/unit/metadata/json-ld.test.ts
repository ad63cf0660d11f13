import { expect, it } from 'vitest';
import { toEssay } from '../../../src/essay/essay.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';
import { essayGraph } from '../../../src/metadata/json-ld.ts';
import { publishEssay } from '../../../src/metadata/published-essay.ts';
import { settings } from '../../../src/site.ts';
import { editionDocument } from '../../support/edition-document.ts';

const { record } = await editionDocument();

/** What the graph says of an essay that has these editors. */
function graphWith(editor: unknown) {
  const data = frontMatter.parse({ title: 'T', date: '2019-09', editor });
  const essay = toEssay({ id: 'e', data }, 'en');
  const [article] = essayGraph(publishEssay(essay, record, {}, settings.site), settings.site)[
    '@graph'
  ];
  return article;
}

it('an organization that edits is a contributor, since schema.org has persons for editors', () => {
  const council = { '@type': 'Organization', name: 'Research Council' };
  const anna = { '@type': 'Person', name: 'Anna Müller' };

  expect(graphWith('{Research Council}')).toMatchObject({ contributor: [council] });
  expect(graphWith('{Research Council}')).not.toHaveProperty('editor');
  expect(graphWith(['Müller, Anna', '{Research Council}'])).toMatchObject({
    editor: [anna],
    contributor: [council],
  });
  expect(graphWith('Müller, Anna')).not.toHaveProperty('contributor');
});
