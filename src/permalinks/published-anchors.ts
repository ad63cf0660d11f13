/** What a built site would publish, in the form of the register. */

import { type Bibliography, sourceIdentities } from '../bibliography/read-bibliography.ts';
import { citationAnchorName, isNumber, noteAnchor } from '../citations/anchors.ts';
import { findCitations } from '../citations/find-citations.ts';
import { sourceAnchor, sourcesPath } from '../citations/source-anchor.ts';
import type { BuiltPage } from '../publishing/built-pages.ts';
import type { Permalinks } from './permalinks.ts';

/** An essay by the last part of its address. */
export interface NamedText {
  readonly slug: string;
  readonly text: string;
}

/** A page by its address, with all its ids. */
export type NamedPage = Pick<BuiltPage, 'path' | 'ids'>;

/** Numbers of notes are left out: they mean whatever has that number. */
export function publishedAnchors(
  pages: readonly NamedPage[],
  essays: readonly NamedText[],
  { sources }: Bibliography,
): Permalinks {
  const texts = new Map(essays.map(({ slug, text }) => [slug, text]));
  const listed = new Map([...sources.keys()].map((key) => [sourceAnchor(key), [key]]));
  const published = pages
    .filter(({ path }) => path !== '404.html')
    .map((page) => {
      const keysOf =
        page.path === sourcesPath
          ? listed
          : notesOf(texts.get(page.path.split('/').at(-2) ?? '') ?? '');
      const ids = page.ids.filter((id) => !isNumber(id.replace(/^fn-/, '')) && !isLabel(id));
      const anchors = Object.fromEntries(ids.map((id) => [id, keysOf.get(id) ?? []]));
      return [page.path, { anchors, retired: {} }] as const;
    });
  const cited = new Set(published.flatMap(([, { anchors }]) => Object.values(anchors).flat()));
  return {
    pages: Object.fromEntries(published),
    retired: {},
    sources: Object.fromEntries(
      [...cited].flatMap((key) => {
        const source = sources.get(key);
        return source === undefined ? [] : [[key, sourceIdentities(source)]];
      }),
    ),
  };
}

/** Whether an id only gives the lead picture its name, and is nothing to link to. */
function isLabel(id: string): boolean {
  return id.startsWith('lead-');
}

/** The anchors of the notes that a text cites by, with the keys they cite. */
function notesOf(text: string): Map<string, string[]> {
  return new Map(
    findCitations(text).map((citation) => [
      noteAnchor(citationAnchorName(citation)),
      citation.items.map(({ key }) => key),
    ]),
  );
}
