/** The essay as every rendering knows it: its front matter, its name and its address. */

import { type Correction, latestOf, readCorrection } from './changes.ts';
import { type Contributor, readPerson } from './contributor.ts';
import { type FormattedText, formatText } from './formatted-text.ts';
import type { FrontMatter } from './front-matter.ts';
import { datePath, type PartialDate, toMonth, toYear } from './partial-date.ts';

/** The fields that have another form here. */
interface ReadFields {
  /** Names as they are read, in their order. */
  readonly authors: readonly string[];
  readonly editor: readonly Contributor[];
  readonly translator: readonly Contributor[];
  readonly abstract?: FormattedText | undefined;
  readonly dedication?: FormattedText | undefined;
  readonly acknowledgements?: FormattedText | undefined;
  readonly competingInterests?: FormattedText | undefined;
  readonly funding?: Funding | undefined;
  readonly corrections: readonly Correction[];
}

export interface Funding extends Omit<NonNullable<FrontMatter['funding']>, 'statement'> {
  readonly statement?: FormattedText | undefined;
}

export interface Essay extends Omit<FrontMatter, keyof ReadFields>, ReadFields {
  /** BCP 47. */
  readonly lang: string;
  /** The title with the subtitle, as libraries have it: `Title: Subtitle`. */
  readonly fullTitle: string;
  /** A few words about it: the description, else the abstract. */
  readonly summary: string | undefined;
  /** When it was last changed, be it by a correction; `undefined` when it never was. */
  readonly modified: PartialDate | undefined;
  /** The authors with all that is known of them, in the order of `authors`. */
  readonly creators: readonly Contributor[];
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
  /** Whether it may import components, whose styles its page alone is to have. */
  readonly mayImport?: boolean;
}

/** `siteLang` is the language of an essay that says none. */
export function toEssay({ id, data, filePath = '' }: Entry, siteLang: string): Essay {
  const { lang = siteLang, title, subtitle, description, funding, updated } = data;
  const creators = data.authors.map((author) => readPerson(author, 'author'));
  const format = (typed: string | undefined) =>
    typed === undefined ? undefined : formatText(typed);
  const abstract = format(data.abstract);
  const corrections = data.corrections.map(readCorrection);
  const changes = [...(updated ? [updated] : []), ...corrections.map(({ date }) => date)];
  return {
    ...data,
    lang,
    fullTitle: withSubtitle(title, subtitle),
    corrections,
    modified: latestOf(changes),
    summary: description ?? abstract?.plain,
    authors: creators.map(({ text }) => text),
    creators,
    editor: data.editor.map((each) => readPerson(each, 'editor')),
    translator: data.translator.map((each) => readPerson(each, 'translator')),
    abstract,
    dedication: format(data.dedication),
    acknowledgements: format(data.acknowledgements),
    competingInterests: format(data.competingInterests),
    funding: funding && { ...funding, statement: format(funding.statement) },
    slug: id,
    path: `${datePath(data.date)}/${id}/`,
    file: filePath,
  };
}

/** A title that ends with a sign of its own gets no colon. */
function withSubtitle(title: string, subtitle: string | undefined): string {
  if (subtitle === undefined) return title;
  return /[?!.:…？！。：]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
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
