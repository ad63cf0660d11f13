/** The essay as every rendering knows it: its front matter, its name and its address. */
import { type AuthorName, readAuthorName } from './author-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { datePath, type PartialDate, toMonth, toYear } from './partial-date.ts';

export interface Essay extends FrontMatter {
  /** The authors with the parts of their names, in the order of `authors`. */
  readonly creators: readonly AuthorName[];
  readonly slug: string;
  /** Address from the top of the site, without a leading slash: `2019/09/slug/`. */
  readonly path: string;
}

/** Essays published in one month, or in one year. */
export interface Archive {
  /** Address from the top of the site: `2019/09/`. */
  readonly path: string;
  readonly date: PartialDate;
  readonly essays: readonly Essay[];
}

export function toEssay({ id, data }: { id: string; data: FrontMatter }): Essay {
  const creators = data.authors.map(readAuthorName);
  const authors = creators.map(({ text }) => text);
  return { ...data, authors, creators, slug: id, path: `${datePath(data.date)}/${id}/` };
}

/** The name of an essay's file or, for a folder with `index.mdx`, of its folder. */
export function slugOf(file: string): string {
  return file.replace(/(?:\/index)?\.mdx$/, '');
}

/** Newest first; essays of the same date by title. A date known less exactly counts as its beginning. */
export function newestFirst(essays: readonly Essay[]): Essay[] {
  return essays.toSorted(byDate);
}

/** Compares essays so that the newest comes first. */
export function byDate(a: Essay, b: Essay): number {
  return compare(b.date.iso, a.date.iso) || compare(a.title, b.title) || compare(a.slug, b.slug);
}

export function monthlyArchives(essays: readonly Essay[]): Archive[] {
  return archives(
    essays.filter(({ date }) => date.month !== undefined),
    toMonth,
  );
}

export function yearlyArchives(essays: readonly Essay[]): Archive[] {
  return archives(essays, toYear);
}

function archives(
  essays: readonly Essay[],
  periodOf: (date: PartialDate) => PartialDate,
): Archive[] {
  const groups = Map.groupBy(newestFirst(essays), ({ date }) => periodOf(date).iso);
  return [...groups.values()].flatMap((group): Archive[] => {
    const date = group[0] && periodOf(group[0].date);
    return date === undefined ? [] : [{ path: `${datePath(date)}/`, date, essays: group }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
