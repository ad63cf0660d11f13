/** What every edition is made from: the essay's record and its text, in plain values. */

import type { CslItem } from '../bibliography/source.ts';
import type { Essay } from '../essay/essay.ts';
import type { EssayRecord } from '../essay/essay-record.ts';
import type { Versions } from '../essay/versions.ts';
import type { MadeFormat } from '../metadata/editions.ts';
import type { LeadFigure } from './lead-figure.ts';

export interface EditionDocument {
  readonly essay: Essay;
  readonly record: EssayRecord;
  /** The same essay in other languages, by full addresses where they are known. */
  readonly versions: Versions;
  /** All sources cited, in order of first citation. */
  readonly sources: readonly CslItem[];
  /** The essay as its page shows it: HTML from the first paragraph to the last note. */
  readonly html: string;
  /** A list of sources for the PDF alone, as HTML; empty where there is none. */
  readonly references: string;
  /** The pictures of the text, by the address that the page gives them, as base64. */
  readonly images: Readonly<Record<string, string>>;
  readonly figure: LeadFigure | undefined;
  /** Where the page is published, when that is known. */
  readonly address: string | undefined;
  readonly siteTitle: string;
  /** Language of the words that the site adds, BCP 47. */
  readonly wordsLang: string;
  readonly paper: 'a4' | 'us-letter';
  /** Fonts for letters that neither the face of the site nor Libertinus, which Typst brings, has. */
  readonly fonts: readonly PrintFont[];
}

export interface PrintFont {
  /** As the font calls itself. */
  readonly family: string;
  /** Absolute path, TrueType or OpenType. */
  readonly file: string;
}

/** The bytes of each edition. */
export type Editions = Readonly<Record<MadeFormat, Uint8Array>>;
