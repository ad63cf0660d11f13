import { bareCitation } from '../citations/citation.ts';
import { findCitations, findKeys } from '../citations/find-citations.ts';
import type { CitationLibrary } from './citation-library.ts';

/** Texts of essays. */
export interface CitingTexts {
  /** Whose notes are to be printed. */
  readonly notes: readonly string[];
  /** Whose sources stand on the page of sources. */
  readonly sources: readonly string[];
}

/** Begins to format notes and then, when that worker is gone, the entries of the page of sources. */
export async function formatAhead(
  library: CitationLibrary,
  { notes: citing, sources }: CitingTexts,
): Promise<void> {
  const { formatter, sourceFormatter, bibliography } = await library.load();
  const notes = formatter?.formatAhead(citing.flatMap(findCitations));
  const keys = [...new Set(sources.flatMap(findKeys))].filter((key) =>
    bibliography.sources.has(key),
  );
  void notes?.then(() => sourceFormatter?.formatAhead(keys.map(bareCitation)));
}
