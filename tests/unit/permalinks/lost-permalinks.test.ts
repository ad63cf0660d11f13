import { describe, expect, it } from 'vitest';
import { lostPermalinks } from '../../../src/permalinks/lost-permalinks.ts';
import { register } from '../../support/register.ts';

const kim = ['url example.org/kim', 'work kim relations 2019'];
const lukin = ['url example.org/lukin', 'work lukin rendezvous 2019'];

/** What is likely for each anchor that is lost of a page. */
function likelyAnchors(
  before: Record<string, string[]>,
  now: Record<string, string[]>,
  sources: Record<string, string[]> = {},
) {
  const recorded = register({ 'e/': before }, { sources });
  const published = register({ 'e/': now }, { sources });
  const lost = lostPermalinks(recorded, published);
  return Object.fromEntries(lost.map(({ anchor, successor }) => [anchor, successor]));
}

describe('an anchor', () => {
  it('is lost when its page is there and it is not', () => {
    const lost = lostPermalinks(
      register({ 'e/': { p1: [], p2: [] } }),
      register({ 'e/': { p1: [] } }),
    );

    expect(lost).toStrictEqual([{ page: 'e/', anchor: 'p2', successor: undefined }]);
  });

  it('is not lost when it is new, or still there', () => {
    expect(likelyAnchors({ p1: [] }, { p1: [], p2: [] })).toStrictEqual({});
  });

  it('is lost whatever it is called', () => {
    expect(likelyAnchors({ constructor: [], valueOf: [] }, {})).toStrictEqual({
      constructor: undefined,
      valueOf: undefined,
    });
  });
});

describe('the likely successor of an anchor', () => {
  it('is the note of the same source, whatever that is called', () => {
    const before = { 'fn-lukin2019': ['lukin2019'] };
    const now = { 'fn-kim2019': ['kim2019'], 'fn-summit': ['summit'] };
    const sources = { lukin2019: lukin, summit: lukin, kim2019: kim };

    expect(likelyAnchors(before, now, sources)).toStrictEqual({ 'fn-lukin2019': 'fn-summit' });
  });

  it('is the one with the nearest name of several notes of the same source', () => {
    const before = { 'fn-lukin2019': ['lukin2019'] };
    const now = { 'fn-tumen': ['kim2019', 'lukin2019'], 'fn-lukin2019-p12': ['lukin2019'] };
    const sources = { lukin2019: lukin, kim2019: kim };

    expect(likelyAnchors(before, now, sources)).toStrictEqual({
      'fn-lukin2019': 'fn-lukin2019-p12',
    });
  });

  it('is the nearest name where no source tells', () => {
    expect(
      likelyAnchors({ 'fn-tumen': [] }, { 'fn-tumen-river': [], 'fn-amur': [] }),
    ).toStrictEqual({
      'fn-tumen': undefined,
    });
    expect(likelyAnchors({ 'fn-tumen': [] }, { 'fn-tumens': [], 'fn-amur': [] })).toStrictEqual({
      'fn-tumen': 'fn-tumens',
    });
  });

  it('of a marker is the marker of the note that took the place of its note', () => {
    const before = {
      'fnref-lukin2019': [],
      'fnref-lukin2019-2': [],
      'fn-lukin2019': ['lukin2019'],
    };
    const now = { 'fnref-summit': [], 'fnref-summit-2': [], 'fn-summit': ['summit'] };

    expect(likelyAnchors(before, now, { lukin2019: lukin, summit: lukin })).toStrictEqual({
      'fnref-lukin2019': 'fnref-summit',
      'fnref-lukin2019-2': 'fnref-summit-2',
      'fn-lukin2019': 'fn-summit',
    });
  });

  it.each([
    ['a paragraph', 'p3', 'pa'],
    ['a heading', 'pa', 'p3'],
    ['a note', 'fn-tumen-river', 'fnref-tumen-river'],
    ['a marker', 'fnref-tumen-river', 'fn-tumen-river'],
  ])('is of its own kind: %s', (_, anchor, fresh) => {
    expect(likelyAnchors({ [anchor]: [] }, { [fresh]: [] })).toStrictEqual({ [anchor]: undefined });
  });

  it('is nothing that was there before', () => {
    expect(likelyAnchors({ p1: [], p2: [] }, { p1: [] })).toStrictEqual({ p2: undefined });
  });
});

describe('the likely successor of a page', () => {
  const essay = { 'fn-kim2019': ['kim2019'], 'fn-lukin2019': ['lukin2019'] };
  const likelyPage = (before: ReturnType<typeof register>, now: ReturnType<typeof register>) =>
    lostPermalinks(before, now).map(({ page, successor }) => [page, successor]);

  it('is the new one that has most of its notes, whatever that is called', () => {
    const recorded = register({ '2019/09/old/': essay });
    const published = register({ '2019/09/ole/': {}, '2020/01/river/': essay });

    expect(likelyPage(recorded, published)).toStrictEqual([['2019/09/old/', '2020/01/river/']]);
  });

  it('is the new one with the nearest name where no notes tell', () => {
    const recorded = register({ '2019/09/essay-on-rivers/': {} });
    const published = register({ '2019/09/essay-on-river/': {}, '2019/09/cheese/': {} });

    expect(likelyPage(recorded, published)).toStrictEqual([
      ['2019/09/essay-on-rivers/', '2019/09/essay-on-river/'],
    ]);
  });

  it('is none where nothing new is like it', () => {
    const recorded = register({ '2019/09/relations-of-neighbours/': essay });
    const published = register({ '2019/09/cheese/': { 'fn-kim2019': ['kim2019'] } });

    expect(likelyPage(recorded, published)).toStrictEqual([
      ['2019/09/relations-of-neighbours/', undefined],
    ]);
  });

  it.each([
    ['the essays of a month', '2019/09/', '2019/9a/', '2019/10/'],
    ['an essay', '2019/9a/', '2019/09/', '2019/10a/'],
  ])('is of its own kind: %s', (_, gone, other, alike) => {
    const recorded = register({ [gone]: {} });

    expect(likelyPage(recorded, register({ [other]: {} }))).toStrictEqual([[gone, undefined]]);
    expect(likelyPage(recorded, register({ [other]: {}, [alike]: {} }))).toStrictEqual([
      [gone, alike],
    ]);
  });

  it('is no page that has moved itself, of which a copy is left', () => {
    const recorded = register(
      { '2019/09/rivers/': {}, '2019/09/cheese/': {} },
      { retired: { '2019/09/river/': '2019/09/cheese/' } },
    );
    const published = register({ '2019/09/river/': {}, '2019/09/cheese/': {} });

    expect(likelyPage(recorded, published)).toStrictEqual([['2019/09/rivers/', undefined]]);
  });
});
