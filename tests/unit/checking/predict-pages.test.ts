import { describe, expect, it } from 'vitest';
import { predictPages } from '../../../src/checking/predict-pages.ts';
import { nothing, projectOf, publish, type SmallSite } from '../../support/published.ts';
import { register } from '../../support/register.ts';

const bibliography = `
  @online{kim2019, author = {Kim, Ann}, title = {Relations}, date = {2019}, url = {https://example.org/kim}}
  @online{lukin2019, author = {Lukin, Bo}, title = {Rendezvous}, date = {2019}, url = {https://example.org/lukin}}
`;
const path = '2019/09/essay/';

async function predict(essays: SmallSite['essays'], recorded = nothing) {
  const { pages, essays: citing } = predictPages(projectOf({ essays, bibliography }, recorded));
  return { essays: citing, ids: new Map(pages.map((page) => [page.path, page.ids])) };
}

describe('the pages that a build would make', () => {
  it('are the first, the sources, the lists of a year and a month, and the essays', async () => {
    const { ids } = await predict({ essay: 'Text.', other: 'Text.' });

    expect([...ids.keys()].sort()).toEqual([
      '',
      '2019/',
      '2019/09/',
      path,
      '2019/09/other/',
      'sources/',
    ]);
  });

  it('have the paragraphs of an essay with the numbers that they were recorded with', async () => {
    const recorded = publish({ essays: { essay: 'Rivers froze.\n\nNobody came.' }, bibliography });
    const prose = 'Rivers froze.\n\nLetters went astray.\n\n## P1a\n\nNobody came.';

    const { ids } = await predict({ essay: prose, other: prose }, recorded);

    // A heading of that name gives way.
    expect(ids.get(path)).toEqual(['p1', 'p1a', 'p1a-1', 'p2']);
    expect(ids.get('2019/09/other/')).toEqual(['p1', 'p2', 'p1a', 'p3']);
  });

  it('have the anchors that the text gives them', async () => {
    const { ids } = await predict({
      essay: '## A River\n\nOne.[@kim2019]\n\nTwo.[@kim2019]\n\n<span id="own">Three</span>',
    });

    expect(ids.get(path)).toEqual(
      expect.arrayContaining([
        'a-river',
        'p1',
        'p2',
        'fnref-kim2019',
        'fnref-kim2019-2',
        'fn-kim2019',
        'own',
      ]),
    );
    expect(ids.get('sources/')).toEqual(['kim2019']);
  });

  it('have what the layout gives them as the register has it, and of the text only what is there', async () => {
    const recorded = register({
      [path]: { main: [], p1: [], p2: [], 'cite-this': [] },
      'sources/': { main: [], kim2019: ['kim2019'] },
    });

    const { ids } = await predict({ essay: 'One.' }, recorded);

    expect(ids.get(path)).toEqual(['main', 'cite-this', 'p1']);
    expect(ids.get('sources/')).toEqual(['main']);
  });

  it('have an anchor that is retired where what took its place is, and not where that is gone, too', async () => {
    const recorded = register(
      { [path]: {} },
      { retiredAnchors: { [path]: { a: 'b', b: 'p1', x: 'y' } } },
    );

    const { ids } = await predict({ essay: 'One.' }, recorded);

    expect(ids.get(path)).toEqual(['p1', 'a', 'b']);
  });

  it('are told with what their notes cite, wherever a note cites it', async () => {
    const { essays } = await predict({
      essay: 'One.[@kim2019; @lukin2019] Two.[^tumen]\n\n[^tumen]: See [@lukin2019, p. 12 [sic]].',
    });

    expect(essays).toMatchObject([
      {
        path,
        notes: [
          { anchor: 'fn-kim2019-lukin2019', keys: ['kim2019', 'lukin2019'] },
          { anchor: 'fn-tumen', keys: ['lukin2019'] },
        ],
      },
    ]);
  });

  it('are those of the other essays when one cannot be read', async () => {
    const { ids, essays } = await predict({ essay: 'Text.', broken: '<div>' });

    expect(ids.has('2019/09/broken/')).toBe(false);
    expect(essays.map((essay) => essay.path)).toEqual([path]);
  });
});
