import { describe, expect, it } from 'vitest';
import { addAliases } from '../../../src/publishing/keep-retired.ts';

describe('a retired anchor', () => {
  it('stands first in the element that took its place', () => {
    expect(addAliases('<p id="p1">One</p><p class="x" id="p2">Two</p>', { old: 'p2' })).toBe(
      '<p id="p1">One</p><p class="x" id="p2"><span id="old"></span>Two</p>',
    );
  });

  it.each([
    ['old', 'newer'],
    ['newer', 'old'],
  ])('stands in what took the place of what took its place: %s before %s', (first, second) => {
    const retired = { [first]: second, [second]: 'new' };

    const html = addAliases('<p id="new">Text</p>', retired);

    expect(html).toContain('<p id="new"><span id="');
    expect(html).toContain('<span id="old"></span>');
    expect(html).toContain('<span id="newer"></span>');
  });

  it.each(['p2', 'p1a'])(
    'is left alone when it is a paragraph that is there again: %s',
    (again) => {
      const html = `<p id="p1">One</p><p id="${again}">Two</p>`;

      expect(addAliases(html, { [again]: 'p1' })).toBe(html);
    },
  );
});
