import { describe, expect, it } from 'vitest';
import { parseCitation } from '../../../src/citations/citation.ts';
import { placeCitations } from '../../../src/citations/positions.ts';

/** Each note is a list of citations; the answer has a word for each source cited. */
function positions(...notes: string[][]): string[] {
  const cited = notes.map((note) => note.map((text) => parseCitation(text).citation));
  return placeCitations(cited).flatMap((note) =>
    note.flatMap((placed) => placed.positions.map(({ position }) => position)),
  );
}

describe('a source', () => {
  it('is first where it is cited first, and subsequent after another', () => {
    expect(positions(['@a'], ['@b'], ['@a'])).toEqual(['first', 'first', 'subsequent']);
  });

  it('is ibid right after itself, with a locator where the locator is another', () => {
    expect(positions(['@a'], ['@a'], ['@a, 3'], ['@a, 3'], ['@a, 4'], ['@a, chap. 4'])).toEqual([
      'first',
      'ibid',
      'ibid-with-locator',
      'ibid',
      'ibid-with-locator',
      'ibid-with-locator',
    ]);
  });

  it('is subsequent when only the note before has a locator', () => {
    expect(positions(['@a, 3'], ['@a'])).toEqual(['first', 'subsequent']);
  });

  it('is subsequent when the note before cites others, too', () => {
    expect(positions(['@b; @a'], ['@a'])).toEqual(['first', 'first', 'subsequent']);
    expect(positions(['@b', '@a'], ['@a'])).toEqual(['first', 'first', 'subsequent']);
    expect(positions(['@a; @a, 3'], ['@a, 3'])).toEqual([
      'first',
      'ibid-with-locator',
      'subsequent',
    ]);
  });

  it('is subsequent behind a note that cites nothing', () => {
    expect(positions(['@a'], [], ['@a'])).toEqual(['first', 'subsequent']);
  });

  it('is ibid behind itself in one citation and in one note', () => {
    expect(positions(['@a, 1; @a, 2'])).toEqual(['first', 'ibid-with-locator']);
    expect(positions(['@a, 1', '@a, 1', '@b', '@a'])).toEqual([
      'first',
      'ibid',
      'first',
      'subsequent',
    ]);
  });

  it('knows how long ago it was cited, and in which note first', () => {
    const notes = [['@a'], ['@b'], ['@a; @b; @a'], [], ['@a']];
    const cited = notes.map((note) => note.map((text) => parseCitation(text).citation));

    const placed = placeCitations(cited).flat();

    expect(placed.map((each) => each.positions.map(({ distance }) => distance))).toEqual([
      [0],
      [0],
      [2, 1, 0],
      [2],
    ]);
    expect(placed.map((each) => each.positions.map(({ firstNote }) => firstNote))).toEqual([
      [undefined],
      [undefined],
      [1, 2, 1],
      [1],
    ]);
  });

  it('is told apart from all that its essay cites', () => {
    const [first] = placeCitations([
      [parseCitation('@a').citation],
      [parseCitation('@b; @a').citation],
    ]);

    expect(first?.[0]?.among).toEqual(['a', 'b']);
  });
});
