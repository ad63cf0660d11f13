import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { isolateDirections } from '../../../src/editions/isolate-directions.ts';

it('keeps words in another direction together with their stops, and changes nothing else', () => {
  const english = h('span', { lang: 'en', dir: 'ltr' }, 'Ahn, ', h('bdi', 'نهر'), ', 2018.');
  const note = h('p', 'انظر ', english, h('span', { lang: 'ar' }, ' و'));

  const isolated = isolateDirections(note);

  expect(textOf(isolated)).toBe('انظر \u{2066}Ahn, \u{2068}نهر\u{2069}, 2018.\u{2069} و');
  expect(textOf(note)).toBe('انظر Ahn, نهر, 2018. و');
});

it('keeps each paragraph of a division so, with nothing between them', () => {
  const division = h('div', { dir: 'rtl' }, h('p', 'نهر'), h('p', 'جسر'));

  expect(isolateDirections(division)).toEqual(
    h(
      'div',
      { dir: 'rtl' },
      h('p', '\u{2067}', 'نهر', '\u{2069}'),
      h('p', '\u{2067}', 'جسر', '\u{2069}'),
    ),
  );
});
