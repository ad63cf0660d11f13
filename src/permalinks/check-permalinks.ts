/** What was published and is no more, or means something else now. */
import { nearestMatch } from '../problems/nearest-match.ts';
import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import { type PageRecord, type Permalinks, permalinksFile } from './permalinks.ts';
import { successorOf } from './successor.ts';

/** A permalink that is gone, with what probably took its place. */
export interface LostPermalink {
  /** Address of the page it was on. */
  readonly page: string;
  /** Nothing when the page itself is gone. */
  readonly anchor?: string;
  /** The likely new anchor of the page, or the likely new address. */
  readonly successor: string | undefined;
}

/** Everything recorded that is neither published nor retired. */
export function lostPermalinks(recorded: Permalinks, published: Permalinks): LostPermalink[] {
  return Object.entries(recorded.pages).flatMap(([page, record]): LostPermalink[] => {
    const now = published.pages[page];
    if (now === undefined) {
      return [{ page, successor: likelyPage(page, record, recorded, published) }];
    }
    return Object.keys(record.anchors)
      .filter((anchor) => !(anchor in now.anchors))
      .map((anchor) => ({
        page,
        anchor,
        successor: likelyAnchor(anchor, record, now, recorded, published),
      }));
  });
}

/** Problems stand where the register has them; `text` is the register's. */
export function checkPermalinks(
  recorded: Permalinks,
  published: Permalinks,
  text: string,
): Problem[] {
  const lost = lostPermalinks(recorded, published).map(({ page, anchor, successor }): Problem => {
    const what = anchor === undefined ? `The page /${page}` : `The anchor “${anchor}” of /${page}`;
    return {
      ...about('permalink-is-kept', text, page, anchor ?? page),
      message: `${what} was published and is gone.`,
      nearest: successor,
    };
  });
  const exchanged = Object.entries(recorded.pages).flatMap(([page, { anchors, retired }]) =>
    Object.entries(anchors).flatMap(([anchor, keys]): Problem[] => {
      const now = published.pages[page]?.anchors[successorOf(anchor, retired)];
      if (now === undefined || keys.length === 0 || sharesSource(keys, recorded, now, published)) {
        return [];
      }
      const message = `The note “${anchor}” of /${page} was published for ${keys.map((key) => `“${key}”`).join(' and ')}, and cites something else now.`;
      return [{ ...about('permalink-keeps-its-meaning', text, page, anchor), message }];
    }),
  );
  const changed = Object.entries(recorded.sources).flatMap(([key, before]): Problem[] => {
    const now = published.sources[key];
    if (now === undefined || now.some((identity) => before.includes(identity))) return [];
    const message = `The notes of “${key}” were published for another source, ${describe(before)}.`;
    return [{ ...about('permalink-keeps-its-meaning', text, '"sources"', key), message }];
  });
  return [...lost, ...exchanged, ...changed];
}

/** Whether a note that cited `keys` then and cites `now` still cites one source of them. */
function sharesSource(
  keys: readonly string[],
  recorded: Permalinks,
  now: readonly string[],
  published: Permalinks,
): boolean {
  const before = meaning(keys, recorded);
  return (
    keys.some((key) => now.includes(key)) ||
    meaning(now, published).some((identity) => before.includes(identity))
  );
}

/** How many pages and anchors the register does not know yet. */
export function countNew(recorded: Permalinks, published: Permalinks): number {
  return Object.entries(published.pages)
    .filter(([page]) => !(page in recorded.retired))
    .map(([page, { anchors }]) => {
      const known = recorded.pages[page];
      if (known === undefined) return 1 + Object.keys(anchors).length;
      return Object.keys(anchors).filter((anchor) => !(anchor in known.anchors)).length;
    })
    .reduce((sum, count) => sum + count, 0);
}

function likelyAnchor(
  anchor: string,
  before: PageRecord,
  now: PageRecord,
  recorded: Permalinks,
  published: Permalinks,
): string | undefined {
  const fresh = Object.keys(now.anchors).filter((each) => !(each in before.anchors));
  const kind = (id: string) => /^(fn-|fnref-|p(?=\d))?/.exec(id)?.[0];
  const alike = fresh.filter((each) => kind(each) === kind(anchor));
  const marker = likelyMarker(anchor, before, (note) =>
    likelyAnchor(note, before, now, recorded, published),
  );
  if (marker !== undefined && alike.includes(marker)) return marker;
  const identities = meaning(before.anchors[anchor], recorded);
  const sameSource = alike.find((each) =>
    meaning(now.anchors[each], published).some((identity) => identities.includes(identity)),
  );
  return sameSource ?? nearestMatch(anchor, alike);
}

/** A marker follows its note: `fnref-old-2` is `fnref-new-2` when `fn-old` is `fn-new`. */
function likelyMarker(
  marker: string,
  { anchors }: PageRecord,
  successorOf: (note: string) => string | undefined,
): string | undefined {
  if (!marker.startsWith('fnref-')) return undefined;
  const note = Object.keys(anchors).find((anchor) => {
    const use = marker.slice('fnref-'.length).replace(anchor.slice('fn-'.length), '');
    return anchor.startsWith('fn-') && /^(?:-\d+)?$/.test(use);
  });
  const successor = note && successorOf(note);
  return successor && marker.replace(note.slice('fn-'.length), successor.slice('fn-'.length));
}

function meaning(keys: readonly string[] = [], { sources }: Permalinks): string[] {
  return keys.flatMap((key) => sources[key] ?? []);
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
    ([path]) => !(path in recorded.pages) && isArchive(path) === isArchive(page),
  );
  const notes = Object.keys(before.anchors).filter((anchor) => anchor.startsWith('fn-'));
  const moved = fresh.find(([, { anchors: now }]) => {
    return notes.filter((note) => note in now).length > notes.length / 2;
  });
  return (
    moved?.[0] ??
    nearestMatch(
      page,
      fresh.map(([path]) => path),
    )
  );
}

function about(rule: RuleId, text: string, after: string, words: string) {
  const from = Math.max(text.indexOf(after), 0);
  const index = Math.max(text.indexOf(`"${words}"`, from), from);
  const place = placeAt(text, index);
  return { rule, file: permalinksFile, place, length: words.length + 2 };
}

/** An address says most; without one, author, title and year as the register has them. */
function describe(identities: readonly string[]): string {
  return `“${identities[0]?.replace(/^\w+ /, '') ?? ''}”`;
}
