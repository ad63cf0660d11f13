import { describe, expect, it } from 'vitest';
import { findLostWords } from '../../../src/importing/find-lost-words.ts';

describe('words that did not come over', () => {
  it('are counted, and the longest passage of them is named', () => {
    const lost = findLostWords('The river rises. It is long.1 Nobody counted the ferries.', [
      'The river rises. It is long.',
      'Of the ice',
    ]);

    expect(lost).toEqual([
      {
        kind: 'not-understood',
        message: '3 words of the document are not in the essay: look for “nobody counted”.',
      },
    ]);
  });

  it('are none where words have other places, other capitals and no numbers of notes', () => {
    expect(
      findLostWords('Title\nIt rises.1 NOTES 1. A note.', ['A note. It rises.', 'TITLE']),
    ).toEqual([]);
  });

  it('are none where a format has no space between two', () => {
    expect(findLostWords('D rop', ['Drop'])).toEqual([]);
  });

  it('are missed as often as they stand there', () => {
    expect(findLostWords('ice and ice and ice', ['ice and ice and'])).toHaveLength(1);
  });
});
