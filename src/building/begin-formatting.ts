import type { Content } from '../checking/check-content.ts';
import { readEssays } from '../essay/read-essays.ts';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import { formatAhead } from '../formatting/format-ahead.ts';
import { essayItem } from '../metadata/essay-item.ts';
import { site } from '../site.ts';

interface CitingEssays {
  /** Whose pages are made. */
  readonly notes: Content['essays'];
  /** Whose sources are listed. */
  readonly sources: Content['essays'];
}

/** The formatters have threads of their own, and much to do: they begin before anything else. */
export async function beginFormatting(
  library: CitationLibrary,
  { notes, sources }: CitingEssays,
): Promise<void> {
  await formatAhead(library, {
    notes: notes.map(({ text }) => text),
    sources: sources.map(({ text }) => text),
  });
  library.references.formatAhead(readEssays(notes).map(({ essay }) => essayItem(essay, site.url)));
}
