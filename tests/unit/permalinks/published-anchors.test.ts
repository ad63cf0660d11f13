import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { publishedAnchors } from '../../../src/permalinks/published-anchors.ts';
import { publish } from '../../support/published.ts';

const text = `
  @online{kim2019, author = {Kim, Ann}, title = {Relations}, date = {2019}, url = {https://example.org/kim}}
  @online{lukin2019, author = {Lukin, Bo}, title = {Rendezvous}, date = {2019}, url = {https://example.org/lukin}}
`;
const { bibliography } = readBibliography([{ path: 'a.bib', text }]);

describe('the sources of a note', () => {
  it.each([
    ['a citation', 'Text.[@kim2019]', 'fn-kim2019', ['kim2019']],
    [
      'a citation of two',
      'Text.[@kim2019; @lukin2019]',
      'fn-kim2019-lukin2019',
      ['kim2019', 'lukin2019'],
    ],
    [
      'a citation with brackets inside',
      'Text.[@kim2019, p. 12 [sic]]',
      'fn-kim2019-p12-sic',
      ['kim2019'],
    ],
    [
      'a discursive note',
      'Text.[^tumen]\n\n[^tumen]: The river. See [@lukin2019].',
      'fn-tumen',
      ['lukin2019'],
    ],
    [
      'a discursive note that cites nothing',
      'Text.[^tumen]\n\n[^tumen]: The river. Not `[@kim2019]`.',
      'fn-tumen',
      [],
    ],
  ])('are those that it cites: %s', (_, prose, anchor, keys) => {
    const { pages } = publish({ essays: { essay: prose }, bibliography: text });

    expect(pages['2019/09/essay/']?.anchors).toMatchObject({ [anchor]: keys });
  });

  it('are told by the address of its essay, where two have the same name', () => {
    const ids = ['fn-tumen'];
    const note = (key: string) => ({ anchor: 'fn-tumen', keys: [key] });

    const { pages } = publishedAnchors(
      [
        { path: '2019/09/river/', ids },
        { path: '2020/01/river/', ids },
      ],
      [
        { path: '2019/09/river/', notes: [note('kim2019')], paragraphs: [] },
        { path: '2020/01/river/', notes: [note('lukin2019')], paragraphs: [] },
      ],
      bibliography,
    );

    expect(pages['2019/09/river/']?.anchors).toEqual({ 'fn-tumen': ['kim2019'] });
    expect(pages['2020/01/river/']?.anchors).toEqual({ 'fn-tumen': ['lukin2019'] });
  });
});

describe('the anchors of a page', () => {
  it('are all its ids in their order, but the numbers of notes and the names of the lead picture', () => {
    const ids = ['main', 'lead-title', 'p1', 'fnref-kim2019', 'fn-kim2019', 'fn-1', '1'];

    const { pages } = publishedAnchors([{ path: '2019/09/essay/', ids }], [], bibliography);

    expect(Object.keys(pages['2019/09/essay/']?.anchors ?? {})).toEqual([
      'main',
      'p1',
      'fnref-kim2019',
      'fn-kim2019',
    ]);
  });

  it('mean the source that they are named after on the page of sources, and there alone', () => {
    // A letter goes with its last source, so its anchor is no promise.
    const ids = ['main', '-K', '-강', 'kim2019'];
    const pages = ['sources/', '2019/09/essay/'].map((path) => ({ path, ids }));

    const published = publishedAnchors(pages, [], bibliography);

    expect(published.pages['sources/']?.anchors).toEqual({ main: [], kim2019: ['kim2019'] });
    expect(published.pages['2019/09/essay/']?.anchors).toEqual({ main: [], kim2019: [] });
  });

  it('are no promise on the page that is shown where nothing is', () => {
    const { pages } = publishedAnchors([{ path: '404.html', ids: ['main'] }], [], bibliography);

    expect(pages).toEqual({});
  });
});

describe('the sources of a site', () => {
  it('are those that anything published cites, with all by which each can be recognised', () => {
    const notes = [{ anchor: 'fn-a', keys: ['lukin2019', 'nobody'] }];
    const essay = { path: 'e/', notes, paragraphs: [] };

    const { sources } = publishedAnchors([{ path: 'e/', ids: ['fn-a'] }], [essay], bibliography);

    expect(sources).toEqual({
      lukin2019: ['url example.org/lukin', 'work lukin rendezvous 2019'],
    });
  });
});
