import type { Severities } from './citations/problem.ts';

/** Who this site is. Everything that names the site reads it here. */
export const site = {
  title: 'Research Essays',
  description: 'Scholarly essays with numbered notes, each resolved from one bibliography.',
  /** Language of the site's own words, BCP 47. An essay says its own in its front matter. */
  lang: 'en',
  /** Address the site is published at, for canonical links; they are left out when it is not set. */
  url: process.env['SITE_URL'] || undefined,
  /** How many of the newest essays stand in the feed, each in full. */
  feedLength: 20,
} as const;

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
