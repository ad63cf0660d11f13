import { describe, expect, it } from 'vitest';
import { changedEssays } from '../../../src/dev/renew-pages.ts';
import { projectOf } from '../../support/published.ts';

const read = (essays: Readonly<Record<string, string>>) => projectOf({ essays, bibliography: '' });
const named = (...slugs: readonly string[]) =>
  new Set(slugs.map((slug) => `content/essays/${slug}.mdx`));

describe('the essays whose pages are made anew', () => {
  const last = read({ a: 'One.', b: 'Two.' });
  const { library, register } = last;

  it('are those that came, went or read otherwise', () => {
    const now = { ...read({ a: 'Three.', c: 'Two.' }), library, register };

    expect(changedEssays(last, { ...last })).toEqual(new Set());
    expect(changedEssays(last, now)).toEqual(named('a', 'b', 'c'));
    expect(changedEssays(last, { ...now, essays: last.essays.slice(1) })).toEqual(named('a'));
  });

  it('are all when a source has changed', () => {
    expect(changedEssays(last, { ...last, library: { ...library } })).toEqual(named('a', 'b'));
  });

  it('are all when the register has changed, which has the numbers of their paragraphs', () => {
    expect(changedEssays(last, { ...last, register: { ...register } })).toEqual(named('a', 'b'));
  });
});
