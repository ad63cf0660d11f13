import { describe, expect, it } from 'vitest';
import { checkPermalinks } from '../../../src/permalinks/check-permalinks.ts';
import { writePermalinks } from '../../../src/permalinks/permalinks.ts';
import { updatePermalinks } from '../../../src/permalinks/update-permalinks.ts';
import { publish, type SmallSite } from '../../support/published.ts';
import { register } from '../../support/register.ts';

const essay = '2019/09/essay/';
const bibliography = `
  @online{lukin2019, author = {Lukin, Bo}, title = {Rendezvous}, date = {2019}, url = {https://example.org/lukin}}
`;
const lukin = ['url example.org/lukin'];
const told = new Map<string, string>();

describe('an update of the register', () => {
  it('records what is new, and keeps what is there', () => {
    const recorded = register({ 'a/': { p1: [] } }, { sources: { kim2019: ['url kim'] } });
    const published = register(
      { 'a/': { p1: [], p2: [] }, 'b/': { 'fn-lukin2019': ['lukin2019'] } },
      { sources: { lukin2019: lukin } },
    );

    const { permalinks, retired, left } = updatePermalinks(recorded, published, told);

    expect(permalinks).toEqual(
      register(
        { 'a/': { p1: [], p2: [] }, 'b/': { 'fn-lukin2019': ['lukin2019'] } },
        { sources: { kim2019: ['url kim'], lukin2019: lukin } },
      ),
    );
    expect({ retired, left }).toEqual({ retired: [], left: [] });
  });

  it('changes nothing where nothing has changed', () => {
    const published = publish({
      essays: { essay: 'Text.[@lukin2019] More.[^a]\n\n[^a]: See [@lukin2019].' },
      bibliography,
    });

    const { permalinks } = updatePermalinks(published, published, told);

    expect(writePermalinks(permalinks)).toBe(writePermalinks(published));
  });

  it('gives a discursive note its sources that was registered without', () => {
    const recorded = register({ [essay]: { 'fn-tumen': [] } });
    const published = register({ [essay]: { 'fn-tumen': ['lukin2019'] } });

    const { permalinks } = updatePermalinks(recorded, published, told);

    expect(permalinks.pages[essay]?.anchors).toEqual({ 'fn-tumen': ['lukin2019'] });
  });

  it('retires an anchor to the likely new one, with its markers', () => {
    const recorded = register(
      { [essay]: { 'fnref-lukin2019': [], 'fn-lukin2019': ['lukin2019'] } },
      { sources: { lukin2019: lukin } },
    );
    const published = register(
      { [essay]: { 'fnref-summit': [], 'fn-summit': ['summit'] } },
      { sources: { summit: lukin } },
    );

    const { permalinks, retired } = updatePermalinks(recorded, published, told);

    expect(permalinks.pages[essay]?.retired).toEqual({
      'fnref-lukin2019': 'fnref-summit',
      'fn-lukin2019': 'fn-summit',
    });
    expect(permalinks.pages[essay]?.anchors).toHaveProperty('fn-lukin2019');
    expect(retired).toEqual([
      [`${essay}#fnref-lukin2019`, 'fnref-summit'],
      [`${essay}#fn-lukin2019`, 'fn-summit'],
    ]);
  });

  it('leaves what is gone where nothing is like it, and names it', () => {
    const recorded = register({ [essay]: { p1: [], p2: [] }, 'old/': {} });
    const published = register({ [essay]: { p1: [] } });

    const { permalinks, left } = updatePermalinks(recorded, published, told);

    expect(left).toEqual([`${essay}#p2`, 'old/']);
    expect(permalinks).toEqual(recorded);
  });

  it('takes the word of the author before what is likely', () => {
    const recorded = register({ [essay]: { 'fn-tumen': [] }, 'old/': {} });
    const published = register({
      [essay]: { 'fn-tumens': [], 'fn-amur': [] },
      'ole/': {},
      'new/': {},
    });

    const { permalinks } = updatePermalinks(
      recorded,
      published,
      new Map([
        [`${essay}#fn-tumen`, 'fn-amur'],
        ['old/', 'new/'],
      ]),
    );

    expect(permalinks.pages[essay]?.retired).toEqual({ 'fn-tumen': 'fn-amur' });
    expect(permalinks.retired).toEqual({ 'old/': 'new/' });
  });

  it('takes the word of the author that a note of another source took the place of one', () => {
    const recorded = register({ [essay]: { 'fn-kim2019': ['kim2019'] } });
    const published = register({ [essay]: { 'fn-lukin2019': ['lukin2019'] } });
    const redirects = new Map([[`${essay}#fn-kim2019`, 'fn-lukin2019']]);

    const { permalinks } = updatePermalinks(recorded, published, redirects);

    const built = register({ [essay]: { 'fn-lukin2019': ['lukin2019'], 'fn-kim2019': [] } });
    expect(checkPermalinks(permalinks, built, '')).toEqual([]);
  });

  it('does not vouch for a likely note that cites another source', () => {
    const recorded = register({ [essay]: { 'fn-kim2018': ['kim2018'] } });
    const published = register({ [essay]: { 'fn-kim2019': ['kim2019'] } });

    const { permalinks } = updatePermalinks(recorded, published, told);

    const built = register({ [essay]: { 'fn-kim2019': ['kim2019'], 'fn-kim2018': [] } });
    expect(checkPermalinks(permalinks, built, '')).toMatchObject([
      { rule: 'permalink-keeps-its-meaning' },
    ]);
  });
});

describe('a page that moves again and again', () => {
  const site = (date: string, name: string): SmallSite => ({
    essays: { [name]: 'Text.[@lukin2019]' },
    date,
    bibliography,
  });

  /** The register after each of `sites` was published and recorded. */
  function recordAll(...sites: readonly SmallSite[]) {
    let recorded = register({});
    for (const each of sites) {
      const published = publish(each, recorded);
      recorded = updatePermalinks(recorded, published, told).permalinks;
    }
    return recorded;
  }

  it('is one page with every anchor, and every old address leads to it', () => {
    const last = site('2019-11', 'river');

    const recorded = recordAll(site('2019-09', 'essay'), site('2019-10', 'essay'), last);

    expect(recorded.retired).toEqual({
      '2019/09/': '2019/10/',
      '2019/10/': '2019/11/',
      '2019/09/essay/': '2019/10/essay/',
      '2019/10/essay/': '2019/11/river/',
    });
    expect(Object.keys(recorded.pages).sort()).toEqual([
      '',
      '2019/',
      '2019/11/',
      '2019/11/river/',
      'sources/',
    ]);
    expect(recorded.pages['2019/11/river/']?.anchors).toMatchObject({
      'fn-lukin2019': ['lukin2019'],
      'fnref-lukin2019': [],
      p1: [],
    });
    expect(checkPermalinks(recorded, publish(last, recorded), '')).toEqual([]);
  });

  it('still owes an anchor that it lost on the way', () => {
    const notes = { 'fn-a': [], 'fn-b': [] };
    const published = register({ 'new/': notes });

    const { permalinks } = updatePermalinks(
      register({ 'old/': { ...notes, p2: [] } }),
      published,
      told,
    );

    expect(updatePermalinks(permalinks, published, told).left).toEqual(['new/#p2']);
  });

  it('keeps what was retired on it', () => {
    const renamed = {
      essays: { essay: 'Text.[@summit]' },
      bibliography: bibliography.replace('lukin2019', 'summit'),
    };
    const moved = { ...renamed, date: '2019-10' };

    const recorded = recordAll(site('2019-09', 'essay'), renamed, moved);

    expect(recorded.pages['2019/10/essay/']?.retired).toEqual({
      'fn-lukin2019': 'fn-summit',
      'fnref-lukin2019': 'fnref-summit',
    });
    expect(checkPermalinks(recorded, publish(moved, recorded), '')).toEqual([]);
  });
});

describe('the paragraphs of an essay', () => {
  const [one, two, three] = [
    'The river froze.[@lukin2019]',
    'Nobody came here.',
    'Letters went astray.',
  ];
  const site = (prose: readonly string[], name = 'essay'): SmallSite => ({
    essays: { [name]: prose.join('\n\n') },
    bibliography,
  });

  /** The register after each of `sites` was published and recorded. */
  function recordAll(...sites: readonly SmallSite[]) {
    return sites.reduce(
      (recorded, each) => updatePermalinks(recorded, publish(each, recorded), told).permalinks,
      register({}),
    );
  }

  const numbersOf = (recorded: ReturnType<typeof register>, page = '2019/09/essay/') =>
    Object.keys(recorded.pages[page]?.paragraphs ?? {}).join(' ');

  it('are recorded in the order in which they stand, whatever their numbers', () => {
    const recorded = recordAll(site([one, two]), site([three, two, one]));

    expect(numbersOf(recorded)).toBe('p0a p2 p1');
  });

  it('are forgotten when they are retired, and their numbers are not', () => {
    const recorded = recordAll(site([one, two, three]), site([one, `${two} ${three}`]));

    expect(numbersOf(recorded)).toBe('p1 p2');
    expect(recorded.pages['2019/09/essay/']).toMatchObject({
      anchors: { p3: [] },
      retired: { p3: 'p2' },
    });
  });

  it('are remembered where they stood until it is said where they lead, and have their number when they are back', () => {
    const recorded = recordAll(site([one, two, three]), site([one, three]));

    expect(numbersOf(recorded)).toBe('p1 p2 p3');
    expect(checkPermalinks(recorded, publish(site([one, two, three]), recorded), '')).toEqual([]);
  });

  it('keep their numbers when the essay moves', () => {
    const moved = site([one, two, three], 'river');
    const before = recordAll(site([one, three]), site([one, two, three]));

    const recorded = updatePermalinks(before, publish(moved, before), told).permalinks;

    expect(numbersOf(before)).toBe('p1 p1a p2');
    expect(numbersOf(recorded, '2019/09/river/')).toBe('p1 p1a p2');
    expect(Object.keys(recorded.pages['2019/09/river/']?.anchors ?? {})).not.toContain('p3');
    expect(checkPermalinks(recorded, publish(moved, recorded), '')).toEqual([]);
  });
});
