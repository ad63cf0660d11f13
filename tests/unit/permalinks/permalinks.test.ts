import { describe, expect, it } from 'vitest';
import { readPermalinks, writePermalinks } from '../../../src/permalinks/permalinks.ts';

describe('the register of permalinks', () => {
  it('reads what it writes, and writes it sorted', () => {
    const register = {
      pages: {
        'b/': { anchors: { p2: [], 'fn-a': ['a', 'c'] }, retired: {} },
        'a/': { anchors: {}, retired: { x: 'y' } },
      },
      retired: { 'old/': 'a/' },
      sources: { a: ['url example.org'] },
    };
    const text = writePermalinks(register);

    expect(readPermalinks(text)).toEqual(register);
    expect(text.indexOf('"a/"')).toBeLessThan(text.indexOf('"b/"'));
    expect(text).toContain('"fn-a": ["a", "c"]');
  });

  it('says what is wrong with it', () => {
    expect(readPermalinks('{')).toMatchObject({
      reason: expect.stringContaining('it is not JSON'),
    });
    expect(readPermalinks('{"pages":[]}')).toMatchObject({
      reason: expect.stringContaining('“pages”'),
    });
  });
});
