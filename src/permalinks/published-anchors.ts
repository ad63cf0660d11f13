/** What a built site would publish, in the form of the register. */

import { type Bibliography, sourceIdentities } from '../bibliography/read-bibliography.ts';
import { isNumber } from '../citations/anchors.ts';
import { sourceAnchor, sourcesPath } from '../citations/source-anchor.ts';
import type { Note } from '../essay/essay-record.ts';
import type { Permalinks } from './permalinks.ts';

/** An essay by its address, with the notes of its record. */
export interface NotedEssay {
  readonly path: string;
  readonly notes: readonly Pick<Note, 'anchor' | 'keys'>[];
}

/** A page by its address, with all its ids. */
export interface NamedPage {
  readonly path: string;
  readonly ids: readonly string[];
}

/** Numbers of notes are left out: they mean whatever has that number. */
export function publishedAnchors(
  pages: readonly NamedPage[],
  essays: readonly NotedEssay[],
  { sources }: Bibliography,
): Permalinks {
  const cited = new Map(essays.map(({ path, notes }) => [path, keysByAnchor(notes)]));
  const listed = new Map([...sources.keys()].map((key) => [sourceAnchor(key), [key]]));
  const published = pages
    .filter(({ path }) => path !== '404.html')
    .map((page) => {
      const keysOf = page.path === sourcesPath ? listed : cited.get(page.path);
      const ids = page.ids.filter((id) => !isNumber(id.replace(/^fn-/, '')) && !isLabel(id));
      const anchors = Object.fromEntries(ids.map((id) => [id, [...(keysOf?.get(id) ?? [])]]));
      return [page.path, { anchors, retired: {} }] as const;
    });
  const all = new Set(published.flatMap(([, { anchors }]) => Object.values(anchors).flat()));
  return {
    pages: Object.fromEntries(published),
    retired: {},
    sources: Object.fromEntries(
      [...all].flatMap((key) => {
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

function keysByAnchor(notes: NotedEssay['notes']): Map<string, readonly string[]> {
  return new Map(notes.map(({ anchor, keys }) => [anchor, keys]));
}
