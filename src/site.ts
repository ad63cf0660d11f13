import type { Severities } from './problems/problem.ts';

export interface SiteIdentity {
  readonly title: string;
  /** What it is, in a sentence. */
  readonly description: string;
  /**
   * Language of the site's own pages, BCP 47. An essay says its own in its front matter; `src/words/` has the
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
}

interface PrintSettings {
  readonly paper: 'a4' | 'us-letter';
  readonly fonts: readonly { readonly family: string; readonly file: string }[];
}

/** Who this site is. Everything that names the site reads it here. */
export const site: SiteIdentity = {
  title: 'Research Essays',
  description: 'Scholarly essays with numbered notes, each resolved from one bibliography.',
  lang: 'en',
  authors: [],
  url: process.env['SITE_URL'] || undefined,
  feedLength: 20,
};

/** What the notes and the page of sources are made from; paths from the top of the project. Several bibliographies are merged. */
export const citationFiles = {
  bibliography: ['content/bibliography.bib'],
  style: 'content/notes.csl',
  sources: 'content/sources.csl',
} as const;

/**
 * Severities that differ from the catalogue's (`src/citations/rules.ts`): `error`, `warning` or `off` by rule.
 */
export const severities: Severities = {};

/** How the essays look on paper, in their PDF editions. */
export const print = {
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
} as const satisfies PrintSettings;
