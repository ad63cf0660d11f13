import { describe, expect, it } from 'vitest';
import { parseCitation } from '../../../src/citations/citation.ts';
import { clashingAnchors, type NoteReference, numberNotes } from '../../../src/citations/notes.ts';

const cite = (text: string, paragraph = '1'): NoteReference => ({
  kind: 'citation',
  citation: parseCitation(text).citation,
  paragraph,
  sentence: `Sentence ${paragraph}.`,
});
const discuss = (label: string): NoteReference => ({
  kind: 'discursive',
  label,
  cites: [parseCitation('@b; @b, 3').citation],
  paragraph: undefined,
  sentence: '',
});

describe('notes', () => {
  it('are numbered in order of first use, and a note used again keeps its number', () => {
    const { numbers } = numberNotes([cite('@a'), cite('@b'), cite('@a'), discuss('x'), cite('@b')]);

    expect(numbers).toEqual([1, 2, 1, 3, 2]);
  });

  it('are the same when they say the same, however typed', () => {
    const { numbers } = numberNotes([cite('@a, 12'), cite('@a, p. 12'), cite('@a,  page 12')]);

    expect(numbers).toEqual([1, 1, 1]);
  });

  it('differ when they point to another page of the same source', () => {
    expect(numberNotes([cite('@a'), cite('@a, 12')]).numbers).toEqual([1, 2]);
  });

  it('record every use with its anchor, paragraph and sentence', () => {
    const { notes } = numberNotes([cite('@a', '4'), cite('@a', '7')]);

    expect(notes).toEqual([
      {
        number: 1,
        kind: 'citation',
        anchor: 'fn-a',
        alias: 'fn-1',
        keys: ['a'],
        uses: [
          { anchor: 'fnref-a', paragraph: '4', sentence: 'Sentence 4.' },
          { anchor: 'fnref-a-2', paragraph: '7', sentence: 'Sentence 7.' },
        ],
      },
    ]);
  });

  it('are new each time where they continue, with anchors that count', () => {
    const { notes, numbers } = numberNotes(
      [cite('@a'), cite('@b'), cite('@a'), discuss('x'), discuss('x'), cite('@a')],
      'continue',
    );

    expect(numbers).toEqual([1, 2, 3, 4, 4, 5]);
    expect(notes.map(({ anchor }) => anchor)).toEqual(['fn-a', 'fn-b', 'fn-a-2', 'fn-x', 'fn-a-3']);
    expect(notes.map(({ uses }) => uses.map(({ anchor }) => anchor))).toEqual([
      ['fnref-a'],
      ['fnref-b'],
      ['fnref-a-2'],
      ['fnref-x', 'fnref-x-2'],
      ['fnref-a-3'],
    ]);
  });

  it('know what a discursive note cites, each source once', () => {
    expect(numberNotes([discuss('x')]).notes[0]?.keys).toEqual(['b']);
  });

  it('that would share an anchor are found', () => {
    const { notes } = numberNotes([cite('@a'), cite('@a'), cite('@a-2')]);

    expect(clashingAnchors(notes)).toEqual([{ anchor: 'fnref-a-2', first: 1, second: 2 }]);
  });
});
