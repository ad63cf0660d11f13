import { describe, expect, it } from 'vitest';
import { readPermalinks, writePermalinks } from '../../../src/permalinks/permalinks.ts';

describe('the register of permalinks', () => {
  it('reads what it writes, and writes it sorted', () => {
    const register = {
      pages: {
        'b/': { anchors: { p2: [], 'fn-a': ['a', 'c'] }, retired: {} },
        'a/': {
          anchors: {},
          paragraphs: { p1: 'One abc', p10: 'Ten abc', p2: 'Two abc' },
          retired: { x: 'y' },
        },
      },
      retired: { 'old/': 'a/' },
      sources: { a: ['url example.org'] },
    };
    const text = writePermalinks(register);

    expect(readPermalinks(text)).toEqual(register);
    expect(text.indexOf('"a/"')).toBeLessThan(text.indexOf('"b/"'));
    expect(text).toContain('"fn-a": ["a", "c"]');
    // The order of paragraphs is that of the text.
    expect(text.indexOf('"p10"')).toBeLessThan(text.indexOf('"p2"'));
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
