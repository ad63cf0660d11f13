import { describe, expect, it } from 'vitest';
import { fitSequence, type NumberInText } from '../../../src/importing/fit-sequence.ts';

/** `3` is strong, `3~` likely, `3?` weak. */
function read(typed: string): NumberInText[] {
  return typed.split(' ').map((each) => ({
    number: Number.parseInt(each, 10),
    strength: each.endsWith('?') ? 'weak' : each.endsWith('~') ? 'likely' : 'strong',
  }));
}

const chosen = (typed: string, notes: number, missing?: number) =>
  fitSequence(
    read(typed),
    Array.from({ length: notes }, (_, index) => index + 1).filter((each) => each !== missing),
  )
    .map(({ number }) => number)
    .join(' ');

describe('numbers that fit a list of notes', () => {
  it.each([
    ['count up by one, and are used again', '1 2 3 3 4 5 6 6 7 8', 8, '1 2 3 3 4 5 6 6 7 8'],
    ['lead back to an earlier note where they are strong', '1 2 3 1 4', 4, '1 2 3 1 4'],
    ['leave out what is farther on, as a fraction is', '1 84 2 7 3', 3, '1 2 3'],
    ['leave out a weak one where a strong one comes', '1? 1 2', 2, '1 2'],
    ['take a weak one where no other comes', '1? 2 3', 3, '1 2 3'],
    ['take no weak one for a second use', '1 1? 2 1~', 2, '1 2'],
    ['take a likely one for the use of the last', '1 2~ 2~ 3', 3, '1 2 2 3'],
  ])('%s', (_what, typed, notes, expected) => {
    expect(chosen(typed, notes)).toBe(expected);
  });

  it('are none when the first is missing, or there are fewer notes', () => {
    expect(chosen('2 3 4', 4)).toBe('');
    expect(chosen('1 2 3', 2)).toBe('1 2');
  });

  it('go on where the list leaves one out', () => {
    expect(chosen('1 2 3 4 5', 5, 3)).toBe('1 2 4 5');
  });
});
