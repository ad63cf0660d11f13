import { bareCitation } from '../citations/citation.ts';
import { findCitations, findKeys } from '../citations/find-citations.ts';
import type { CitationLibrary } from './citation-library.ts';

/**
 * Begins to format everything that essays (`texts`) cite: first their notes, then, when that worker is gone, the
 * entries of the page of sources.
 */
export async function formatAhead(
  library: CitationLibrary,
  texts: readonly string[],
): Promise<void> {
  const { formatter, sourceFormatter, bibliography } = await library.load();
  const notes = formatter?.formatAhead(texts.flatMap(findCitations));
  const keys = [...new Set(texts.flatMap(findKeys))].filter((key) => bibliography.sources.has(key));
  void notes?.then(() => sourceFormatter?.formatAhead(keys.map(bareCitation)));
}
