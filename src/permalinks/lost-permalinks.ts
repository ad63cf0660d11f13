/** What was published and is no more, with what probably took its place. */

import { nearestMatch } from '../problems/nearest-match.ts';
import { likelyParagraph } from './likely-paragraph.ts';
import { identitiesOf, type PageRecord, type Permalinks } from './permalinks.ts';
import { successorOf } from './successor.ts';
import { withdrawn } from './withdrawn.ts';

/** A permalink that is gone. */
export interface LostPermalink {
  /** Address of the page it was on. */
  readonly page: string;
  /** `undefined` when the page itself is gone. */
  readonly anchor?: string;
  /** The likely new anchor of the page, or the likely new address. */
  readonly successor: string | undefined;
}

/** Everything recorded that is neither published nor retired; of what was withdrawn, nothing until it is back. */
export function lostPermalinks(recorded: Permalinks, published: Permalinks): LostPermalink[] {
  return Object.entries(recorded.pages).flatMap(([page, record]): LostPermalink[] => {
    const now = published.pages[page];
    if (now === undefined) {
      if (recorded.retired[page] === withdrawn) return [];
      return [{ page, successor: likelyPage(page, record, recorded, published) }];
    }
    return Object.keys(record.anchors)
      .filter((anchor) => !Object.hasOwn(now.anchors, anchor))
      .filter((anchor) => successorOf(anchor, record.retired) !== withdrawn)
      .map((anchor) => ({
        page,
        anchor,
        successor: likelyAnchor(anchor, record, now, recorded, published),
      }));
  });
}

function likelyAnchor(
  anchor: string,
  before: PageRecord,
  now: PageRecord,
  recorded: Permalinks,
  published: Permalinks,
): string | undefined {
  const fresh = Object.keys(now.anchors).filter((each) => !Object.hasOwn(before.anchors, each));
  const kind = (id: string) => /^(fn-|fnref-|p(?=\d))?/.exec(id)?.[0];
  const alike = fresh.filter((each) => kind(each) === kind(anchor));
  if (before.paragraphs?.[anchor] !== undefined) return likelyParagraph(anchor, before, now);
  const marker = likelyMarker(anchor, before, (note) =>
    likelyAnchor(note, before, now, recorded, published),
  );
  if (marker !== undefined && alike.includes(marker)) return marker;
  const identities = identitiesOf(before.anchors[anchor], recorded);
  const sameSource = alike.filter((each) =>
    identitiesOf(now.anchors[each], published).some((identity) => identities.includes(identity)),
  );
  return nearestMatch(anchor, sameSource) ?? sameSource[0] ?? nearestMatch(anchor, alike);
}

/** A marker follows its note: `fnref-old-2` is `fnref-new-2` when `fn-old` is `fn-new`. */
function likelyMarker(
  marker: string,
  { anchors }: PageRecord,
  likelyNote: (note: string) => string | undefined,
): string | undefined {
  if (!marker.startsWith('fnref-')) return undefined;
  const note = Object.keys(anchors).find((anchor) => {
    const use = marker.slice('fnref-'.length).replace(anchor.slice('fn-'.length), '');
    return anchor.startsWith('fn-') && /^(?:-\d+)?$/.test(use);
  });
  const successor = note && likelyNote(note);
  return successor && marker.replace(note.slice('fn-'.length), successor.slice('fn-'.length));
}

/** An essay moved when a new one has most of its notes; else a page of the same kind may have a near name. */
function likelyPage(
  page: string,
  before: PageRecord,
  recorded: Permalinks,
  published: Permalinks,
): string | undefined {
  const isArchive = (path: string) => /^\d{4}\/(?:\d{2}\/)?$/.test(path);
  const fresh = Object.entries(published.pages).filter(
    ([path]) =>
      !(path in recorded.pages) &&
      !(path in recorded.retired) &&
      isArchive(path) === isArchive(page),
  );
  const notes = Object.keys(before.anchors).filter((anchor) => anchor.startsWith('fn-'));
  const moved = fresh.find(([, { anchors: now }]) => {
    return notes.filter((note) => Object.hasOwn(now, note)).length > notes.length / 2;
  });
  return (
    moved?.[0] ??
    nearestMatch(
      page,
      fresh.map(([path]) => path),
    )
  );
}
