import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../../src/essay/front-matter.ts';

const dateOf = (date: unknown) => frontMatter.safeParse({ title: 'T', date }).data?.date.iso;

describe('front matter', () => {
  it('takes a date however YAML reads it, and adds nothing', () => {
    expect(dateOf(2019)).toBe('2019');
    expect(dateOf('2019-09')).toBe('2019-09');
    expect(dateOf(new Date('2019-09-14'))).toBe('2019-09-14');
    expect(dateOf(new Date('2019-09-14T10:00Z'))).toBeUndefined();
  });

  it('needs no author and invents none', () => {
    expect(frontMatter.parse({ title: 'T', date: '2019-09' })).toMatchObject({
      authors: [],
      remarks: [],
    });
  });

  it('takes a language by its tag and not by its name', () => {
    const langOf = (lang: string) =>
      frontMatter.safeParse({ title: 'T', date: '2019', lang }).data?.lang;

    expect(['ko-KR', 'zh-Hant', 'mnc'].map(langOf)).toEqual(['ko-KR', 'zh-Hant', 'mnc']);
    expect(['english', 'en_US', ''].map(langOf)).toEqual([undefined, undefined, undefined]);
  });

  it('refuses fields it does not know', () => {
    expect(frontMatter.safeParse({ title: 'T', date: '2019', tilte: 'x' }).success).toBe(false);
  });
});
