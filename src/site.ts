import type { NoteNumbering } from './citations/notes.ts';
import type { Severities } from './problems/problem.ts';

export interface SiteIdentity {
  readonly title: string;
  /** What it is, in a sentence. */
  readonly description: string;
  /**
   * Language of the site's own pages, BCP 47. An essay says its own in its front matter; `src/i18n/` has the
   * words that the site adds to it.
   */
  readonly lang: string;
  /**
   * Whose the site is, each written as in an essay's front matter: `Müller, Anna`, `김철수`, `{Research Council}`.
   * An essay that names no author does not get these.
   */
  readonly authors: readonly string[];
  /** Address the site is published at, for canonical links; they are left out when it is not set. */
  readonly url: string | undefined;
  /** How many of the newest essays stand in the feed, each in full. */
  readonly feedLength: number;
  /**
   * Whether straight quotation marks, `--`, `---` and `...` become the signs of the essay's language. They do when
   * this is left out.
   */
  readonly smartPunctuation?: boolean;
  /**
   * Whether every essay ends with a list of what it cites, `true` or `'divided'` into primary sources and others; an
   * essay says otherwise with `sources` in its front matter.
   */
  readonly sourceLists?: boolean | 'divided';
}

/** Paths from the top of the project. */
export interface CitationFiles {
  /** Several bibliographies are merged. */
  readonly bibliography: readonly string[];
  /** How notes read: a CSL style; CSL locales that it needs stand beside it. */
  readonly style: string;
  /** How the page of sources reads, likewise. */
  readonly sources: string;
}

export interface PrintSettings {
  readonly paper: 'a4' | 'us-letter';
  readonly fonts: readonly { readonly family: string; readonly file: string }[];
}

/** All that a site is, apart from its content. */
export interface SiteSettings {
  readonly site: SiteIdentity;
  readonly citationFiles: CitationFiles;
  readonly notes: NoteNumbering;
  readonly severities: Severities;
  readonly print: PrintSettings;
}

/** Who this site is. */
const site: SiteIdentity = {
  title: 'Research Essays',
  description: 'Scholarly essays with numbered notes, each resolved from one bibliography.',
  lang: 'en',
  authors: [],
  url: process.env['SITE_URL'] || undefined,
  feedLength: 20,
  // The words of the essay of this site are given; a site of new essays leaves this out.
  smartPunctuation: false,
};

/** What the notes and the page of sources are made from. */
const citationFiles: CitationFiles = {
  bibliography: ['content/bibliography.bib'],
  style: 'content/notes.csl',
  sources: 'content/sources.csl',
};

/** `reuse`: a citation that is repeated leads to the one note again. `continue`: to a new note each time, as in print. */
const notes: NoteNumbering = 'reuse';

/**
 * Severities that differ from the catalogue's (`src/problems/rules.ts`): `error`, `warning` or `off` by rule.
 */
const severities: Severities = {};

/** How the essays look on paper, in their PDF editions. */
const print: PrintSettings = {
  /** `a4` or `us-letter`. */
  paper: 'a4',
  /**
   * Fonts for letters beyond Latin, Greek and Cyrillic, in the order they are tried: the family as the font names
   * itself, and its TrueType or OpenType file, in a package or from the top of the project.
   */
  fonts: [
    {
      family: 'NanumMyeongjo',
      file: '@expo-google-fonts/nanum-myeongjo/400Regular/NanumMyeongjo_400Regular.ttf',
    },
  ],
};

export const settings: SiteSettings = { site, citationFiles, notes, severities, print };
