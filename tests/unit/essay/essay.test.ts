import { describe, expect, it } from 'vitest';
import { monthlyArchives, newestFirst, toEssay, yearlyArchives } from '../../../src/essay/essay.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';

const essay = (id: string, date: string) =>
  toEssay({ id, data: frontMatter.parse({ title: id, date }) }, 'en');
const essays = [
  essay('a', '2019'),
  essay('b', '2019-09'),
  essay('c', '2019-09-14'),
  essay('d', '2020-01'),
];

describe('essays', () => {
  it('have an address of year, month and name, as far as the date is known', () => {
    expect(essays.map(({ path }) => path)).toEqual([
      '2019/a/',
      '2019/09/b/',
      '2019/09/c/',
      '2020/01/d/',
    ]);
  });

  it('are in the language they say, and else in that of the site', () => {
    const read = (lang?: string) =>
      toEssay({ id: 'a', data: frontMatter.parse({ title: 'T', date: '2019', lang }) }, 'ko');

    expect([read().lang, read('ru').lang]).toEqual(['ko', 'ru']);
  });

  it('are listed newest first', () => {
    expect(newestFirst(essays).map(({ slug }) => slug)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('stand in the archive of their month, and of their year', () => {
    const summary = (archives: ReturnType<typeof monthlyArchives>) =>
      archives.map(({ path, date, essays: listed }) => [
        path,
        date.iso,
        listed.map(({ slug }) => slug),
      ]);

    expect(summary(monthlyArchives(essays))).toEqual([
      ['2020/01/', '2020-01', ['d']],
      ['2019/09/', '2019-09', ['c', 'b']],
    ]);
    expect(summary(yearlyArchives(essays))).toEqual([
      ['2020/', '2020', ['d']],
      ['2019/', '2019', ['c', 'b', 'a']],
    ]);
  });
});
