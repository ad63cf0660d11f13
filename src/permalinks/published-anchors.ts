/** What a built site would publish, in the form of the register. */

import { sourceIdentities } from '../bibliography/read-bibliography.ts';
import type { Bibliography } from '../bibliography/source.ts';
import { isNumber } from '../citations/anchors.ts';
import { isLetterAnchor, sourceAnchor, sourcesPath } from '../citations/source-anchor.ts';
import type { Note, Paragraph } from '../essay/essay-record.ts';
import type { Permalinks } from './permalinks.ts';

/** A page by its address from the top of the site, with all its ids. */
export interface NamedPage {
  readonly path: string;
  readonly ids: readonly string[];
}

/** An essay by the same address, with the notes of its record. */
export interface CitingEssay {
  readonly path: string;
  readonly notes: readonly Pick<Note, 'anchor' | 'keys'>[];
  readonly paragraphs: readonly Paragraph[];
}

/** Numbers of notes are left out: they mean whatever has that number. */
export function publishedAnchors(
  pages: readonly NamedPage[],
  essays: readonly CitingEssay[],
  { sources }: Bibliography,
): Permalinks {
  const cited = new Map([
    ...essays.map(({ path, notes }) => [path, keysByNote(notes)] as const),
    [sourcesPath, keysBySource(sources)] as const,
  ]);
  const paragraphs = new Map(essays.map((essay) => [essay.path, printsByAnchor(essay)]));
  const published = pages
    .filter(({ path }) => path !== '404.html')
    .map(({ path, ids }) => {
      const keysOf = cited.get(path);
      const anchors = ids
        .filter((id) => !isNumber(id.replace(/^fn-/, '')) && !isLabel(id))
        .map((id) => [id, keysOf?.get(id) ?? []] as const);
      const prints = paragraphs.get(path);
      return [
        path,
        {
          anchors: Object.fromEntries(anchors),
          ...(prints && { paragraphs: prints }),
          retired: {},
        },
      ] as const;
    });
  const keys = new Set(published.flatMap(([, { anchors }]) => Object.values(anchors).flat()));
  return {
    pages: Object.fromEntries(published),
    retired: {},
    sources: Object.fromEntries(
      [...keys].flatMap((key) => {
        const source = sources.get(key);
        return source === undefined ? [] : [[key, sourceIdentities(source)]];
      }),
    ),
  };
}

/** Whether an id only gives the lead picture its name, or leads within a list that changes. */
function isLabel(id: string): boolean {
  return id.startsWith('lead-') || isLetterAnchor(id);
}

function printsByAnchor({ paragraphs }: CitingEssay): Record<string, string> {
  return Object.fromEntries(paragraphs.map(({ anchor, print }) => [anchor, print]));
}

function keysByNote(notes: CitingEssay['notes']): Map<string, string[]> {
  return new Map(notes.map(({ anchor, keys }) => [anchor, keys]));
}

/** Once for a bibliography: it has thousands of keys, and is asked after every edit. */
function keysBySource(sources: Bibliography['sources']): Map<string, string[]> {
  const known =
    keysOf.get(sources) ?? new Map([...sources.keys()].map((key) => [sourceAnchor(key), [key]]));
  keysOf.set(sources, known);
  return known;
}

const keysOf = new WeakMap<Bibliography['sources'], Map<string, string[]>>();
