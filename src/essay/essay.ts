/** The essay as every rendering knows it: its front matter, its name and its address. */
import { type AuthorName, readAuthorName } from './author-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { datePath, type PartialDate, toMonth, toYear } from './partial-date.ts';

export interface Essay extends FrontMatter {
  /** BCP 47. */
  readonly lang: string;
  /** The authors with the parts of their names, in the order of `authors`. */
  readonly creators: readonly AuthorName[];
  readonly slug: string;
  /** Address from the top of the site, without a leading slash: `2019/09/slug/`. */
  readonly path: string;
  /** Its file from the top of the project: `content/essays/slug.mdx`. */
  readonly file: string;
}

/** Essays published in one month, or in one year. */
export interface Archive {
  /** Address from the top of the site: `2019/09/`. */
  readonly path: string;
  readonly date: PartialDate;
  readonly essays: readonly Essay[];
}

export interface Entry {
  readonly id: string;
  readonly data: FrontMatter;
  readonly filePath?: string;
}

/** `siteLang` is the language of an essay that says none. */
export function toEssay({ id, data, filePath = '' }: Entry, siteLang: string): Essay {
  const creators = data.authors.map(readAuthorName);
  const authors = creators.map(({ text }) => text);
  const path = `${datePath(data.date)}/${id}/`;
  const { lang = siteLang } = data;
  return { ...data, lang, authors, creators, slug: id, path, file: filePath };
}

/** Newest first; essays of the same date by title. A date known less exactly counts as its beginning. */
export function newestFirst(essays: readonly Essay[]): Essay[] {
  return essays.toSorted(byDate);
}

/** Compares essays so that the newest comes first. */
export function byDate(a: Essay, b: Essay): number {
  return compare(b.date.iso, a.date.iso) || compare(a.title, b.title) || compare(a.slug, b.slug);
}

/** The essays before and after one, in order of time. */
export interface Neighbors {
  readonly previous: Essay | undefined;
  readonly next: Essay | undefined;
}

/** By slug. */
export function neighborsOf(essays: readonly Essay[]): Map<string, Neighbors> {
  const ordered = newestFirst(essays);
  return new Map(
    ordered.map(({ slug }, index) => [
      slug,
      { previous: ordered[index + 1], next: ordered[index - 1] },
    ]),
  );
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
