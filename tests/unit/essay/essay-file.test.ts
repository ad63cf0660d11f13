import { describe, expect, it } from 'vitest';
import { fileNamesOf, isEssayFile, slugOf } from '../../../src/essay/essay-file.ts';

describe('the file of an essay', () => {
  it('stands in the folder of essays, or is the index of a folder there', () => {
    const paths = [
      'a.mdx',
      'a/index.mdx',
      'index.mdx',
      'a/b.mdx',
      'a/b/index.mdx',
      'a.md',
      'aindex.mdx',
    ];

    expect(paths.filter(isEssayFile)).toEqual(['a.mdx', 'a/index.mdx', 'index.mdx', 'aindex.mdx']);
  });

  it('names the essay, as its folder does', () => {
    expect(['korea.mdx', 'korea/index.mdx', 'aindex.mdx'].map(slugOf)).toEqual([
      'korea',
      'korea',
      'aindex',
    ]);
  });

  it('has a name that tells where it may be', () => {
    expect(fileNamesOf('korea')).toEqual([
      'content/essays/korea.mdx',
      'content/essays/korea/index.mdx',
    ]);
  });
});
