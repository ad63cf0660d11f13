import { expect, it } from 'vitest';
import { moveLabels } from '../../../src/editions/jats-labels.ts';

it.each([
  ['<title><label>2</label> Origins</title>', '<label>2</label><title>Origins</title>'],
  [
    '<title><styled-content xml:lang="ru"><label>2</label> Река</styled-content></title>',
    '<label>2</label><title><styled-content xml:lang="ru">Река</styled-content></title>',
  ],
])('puts the number of a section before its title: %s', (typed, moved) => {
  expect(moveLabels(typed)).toBe(moved);
});
