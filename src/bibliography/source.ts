/** A source as data: a bibliography entry in CSL-JSON, with where and how the author wrote it. */
import { z } from 'zod';
import type { Place } from '../problems/problem.ts';

/** A CSL name. https://github.com/citation-style-language/schema (csl-data.json) */
const cslName = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  /** citeproc-js: family name first, without a comma, in every style. */
  'static-ordering': z.boolean().optional(),
});

/** Parts that are not there (an open range has none) are left out. */
const dateParts = z.preprocess(
  (parts) =>
    Array.isArray(parts)
      ? parts.filter((part) => !Array.isArray(part) || part.length > 0).filter(Boolean)
      : parts,
  z.array(z.array(z.coerce.number())),
);

/** A CSL date: year, year and month, or year, month and day; a range has two. */
const cslDate = z.looseObject({
  'date-parts': dateParts.optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
});

/** BibLaTeX knows lists ("Simon and Schuster") where CSL has one text. */
const textOrList = z.preprocess(
  (value) => (Array.isArray(value) ? value.join(' and ') || undefined : value),
  z.string().optional(),
);

export const cslItem = z.looseObject({
  id: z.coerce.string(),
  type: z.string(),
  title: z.string().optional(),
  /** Of several, the first. */
  language: z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z.string().optional(),
  ),
  author: z.array(cslName).optional(),
  editor: z.array(cslName).optional(),
  translator: z.array(cslName).optional(),
  genre: z.string().optional(),
  issued: cslDate.optional(),
  accessed: cslDate.optional(),
  publisher: textOrList,
  'publisher-place': textOrList,
  'container-title': z.string().optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  /** Our own fields, in CSL's place for such: where an archive keeps the page, and since when (ISO 8601). */
  custom: z
    .looseObject({ archiveurl: z.string().optional(), archivedate: z.string().optional() })
    .optional(),
});

export type CslName = z.infer<typeof cslName>;
export type CslDate = z.infer<typeof cslDate>;
export type CslItem = z.infer<typeof cslItem>;

/** In BibTeX, commands of TeX make italics in a field; in the others, the tags that CSL knows. */
export type SourceFormat = 'BibTeX' | 'CSL-JSON' | 'RIS';

export interface Source {
  readonly key: string;
  readonly file: string;
  /** Where the key stands in its bibliography file. */
  readonly place: Place;
  readonly item: CslItem;
  /** Whether its keywords have `primary`: what historians tell from what was written about it. */
  readonly isPrimary?: boolean;
}

/** A source as it is read and checked; how it was typed matters to nobody afterwards, and takes room. */
export interface RawSource extends Source {
  readonly raw: RawEntry;
}

/** The entry as the author typed it, for what no longer shows in the item. */
export interface RawEntry {
  /** The date as typed: `2019-04`, or year, month and day with hyphens; nothing when there is none. */
  readonly date: string | undefined;
  /** Every field's value as typed, by its name in the file. */
  readonly fields: ReadonlyMap<string, string>;
  /** What BibTeX calls it, such as `proceedings`. */
  readonly type?: string;
  /** How the file is written; what is advised names its fields. */
  readonly format: SourceFormat;
  /** Where the value of the first of these fields begins that the entry has; else where its key stands. */
  placeOf(...names: readonly string[]): Place;
}

/** Sources by the keys by which they are cited. */
export interface Bibliography {
  readonly sources: ReadonlyMap<string, Source>;
}
