import type { ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { checkLetters } from '../../../src/checking/check-letters.ts';
import type { CitationFormatter } from '../../../src/formatting/citation-formatter.ts';
import { projectOf, type SmallSite } from '../../support/published.ts';

const bibliography =
  '@online{王2019, author = {Kim, Ann}, title = {Relations}, date = {2019}, url = {https://example.org/kim}}';

/** Of each problem, the file and what it says; `note` is how every citation is printed. */
async function check(essays: SmallSite['essays'], note: readonly ElementContent[] = []) {
  const project = projectOf({ essays, bibliography });
  const notes: CitationFormatter = {
    format: async (citations: readonly unknown[]) => citations.map(() => [...note]),
    formatted: () => note,
    isNoteStyle: true,
    withSources: () => notes,
    order: async (keys: readonly string[]) => keys,
  };
  const problems = await checkLetters({ ...project, library: { ...project.library, notes } });
  return problems.map(({ file, message }) => ({ file, message }));
}

const address = (href: string, value: string): ElementContent => ({
  type: 'element',
  tagName: 'a',
  properties: { href },
  children: [{ type: 'text', value }],
});

describe('letters that no font has', () => {
  it.each([
    ['in the text', '그는 图们江을 건넜다.', '图们江'],
    ['in the name of a link', '[图们江](https://example.org/)', '图们江'],
    ['in a heading, in bold', '## The **图们江**', '图们江'],
    ['in a note', 'One.[^a]\n\n[^a]: The 图们江.', '图们江'],
    [
      'in the caption of a picture',
      '![The river.](https://example.org/a.png "The 图们江.")',
      '图们江',
    ],
  ])('are told %s', async (_where, prose, words) => {
    expect(await check({ essay: prose })).toEqual([
      { file: 'content/essays/essay.mdx', message: `The PDF has no font with “${words}”.` },
    ]);
  });

  it('are told of what a note prints', async () => {
    const note: ElementContent[] = [{ type: 'text', value: '王' }];

    expect(await check({ essay: 'One.[@王2019]' }, note)).toEqual([
      { file: 'content/essays/essay.mdx', message: 'The PDF has no font with “王”.' },
    ]);
  });

  it.each([
    ['the address of a link', '[the map](https://zh.wikipedia.org/wiki/图们江)'],
    ['an address that is shown, and encoded then', '<https://zh.wikipedia.org/wiki/图们江>'],
    ['the key of a source', 'One.[@王2019]'],
    ['the name of a note', 'One.[^江]\n\n[^江]: The river.'],
    ['the description of a picture', '![图们江](https://example.org/a.png)'],
  ])('are nothing in %s, which no PDF prints', async (_where, prose) => {
    expect(await check({ essay: prose })).toEqual([]);
  });

  it('are nothing in the address of a source, which is printed encoded then', async () => {
    const note = [address('https://example.org/%E6%B1%9F', 'https://example.org/江')];

    expect(await check({ essay: 'One.[@王2019]' }, note)).toEqual([]);
  });

  it('are shown in the essay that prints them', async () => {
    expect(await check({ a: '[Map](https://example.org/江)', b: 'The 江.' })).toMatchObject([
      { file: 'content/essays/b.mdx' },
    ]);
  });
});
