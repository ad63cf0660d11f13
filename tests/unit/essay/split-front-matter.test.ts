import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/essay/split-front-matter.ts';

describe('an essay', () => {
  it('is parted into front matter and a body whose lines and columns stay true', () => {
    const { yaml, body } = splitFrontMatter('---\r\ntitle: T\r\n---\r\nText.\r\n');

    expect(yaml).toBe('title: T\r\n');
    expect(body).toBe('   \r\n        \r\n   \r\nText.\r\n');
  });

  it('may have an empty front matter, a byte order mark, and rules in its text', () => {
    expect(splitFrontMatter('---\n---\nText.')).toMatchObject({ yaml: '' });
    expect(splitFrontMatter('\uFEFF---\na: 1\n---\n\n---\n')).toMatchObject({ yaml: 'a: 1\n' });
  });

  it('may have none', () => {
    const text = 'Text.\n\n---\n\nMore.\n\n---\n';

    expect(splitFrontMatter(text)).toEqual({ yaml: undefined, body: text });
  });
});
