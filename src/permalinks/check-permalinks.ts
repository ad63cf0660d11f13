/** What was published and is no more, or means something else now. */
import { openingOf } from '../essay/paragraph-print.ts';
import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import { lostPermalinks } from './lost-permalinks.ts';
import { entryOf, identitiesOf, type Permalinks, permalinksFile } from './permalinks.ts';
import { successorOf } from './successor.ts';
import { withdrawn } from './withdrawn.ts';

/** Problems stand where the register has them; `text` is the register's. */
export function checkPermalinks(
  recorded: Permalinks,
  published: Permalinks,
  text: string,
): Problem[] {
  const lost = lostPermalinks(recorded, published).map(({ page, anchor, successor }): Problem => {
    const what = anchor === undefined ? `The page /${page}` : `The anchor “${anchor}” of /${page}`;
    const words = openingOf(recorded.pages[page]?.paragraphs?.[anchor ?? ''] ?? '');
    return {
      ...(anchor === undefined
        ? about('permalink-is-kept', text, page)
        : about('permalink-is-kept', text, anchor, page)),
      message: `${what} was published and is gone.${words && ` Its paragraph began “${words}”.`}`,
      nearest: successor,
    };
  });
  const exchanged = Object.entries(recorded.pages).flatMap(([page, { anchors, retired }]) =>
    Object.entries(anchors).flatMap(([anchor, keys]): Problem[] => {
      const now = entryOf(published.pages[page]?.anchors ?? {}, successorOf(anchor, retired));
      if (now === undefined || keys.length === 0 || sharesSource(keys, recorded, now, published)) {
        return [];
      }
      const message = `The note “${anchor}” of /${page} was published for ${keys.map((key) => `“${key}”`).join(' and ')}, and cites something else now.`;
      return [{ ...about('permalink-keeps-its-meaning', text, anchor, page), message }];
    }),
  );
  const changed = Object.entries(recorded.sources).flatMap(([key, before]): Problem[] => {
    const now = entryOf(published.sources, key);
    // Some registers were written without anything by which an unsigned source is known.
    if (now === undefined || before.length === 0) return [];
    if (now.some((identity) => before.includes(identity))) return [];
    const message = `The notes of “${key}” were published for another source, ${describe(before)}.`;
    return [{ ...about('permalink-keeps-its-meaning', text, key, 'sources'), message }];
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
  const before = identitiesOf(keys, recorded);
  return (
    keys.some((key) => now.includes(key)) ||
    identitiesOf(now, published).some((identity) => before.includes(identity))
  );
}

/** How many pages and anchors the register does not know yet; a page that was withdrawn and is back is new, too. */
export function countNew(recorded: Permalinks, published: Permalinks): number {
  return Object.entries(published.pages)
    .filter(([page]) => (recorded.retired[page] ?? withdrawn) === withdrawn)
    .map(([page, { anchors }]) => {
      const known = recorded.pages[page];
      const isNew = known === undefined || Object.hasOwn(recorded.retired, page);
      const fresh = Object.keys(anchors).filter(
        (anchor) => !Object.hasOwn(known?.anchors ?? {}, anchor),
      );
      return (isNew ? 1 : 0) + fresh.length;
    })
    .reduce((sum, count) => sum + count, 0);
}

/** How many paragraphs that the register knows have words that it does not know. */
export function countReworded(recorded: Permalinks, published: Permalinks): number {
  return Object.entries(published.pages).flatMap(([page, { paragraphs = {} }]) =>
    Object.entries(paragraphs).filter(([anchor, print]) => {
      const known = recorded.pages[page];
      return (
        known !== undefined &&
        Object.hasOwn(known.anchors, anchor) &&
        known.paragraphs?.[anchor] !== print
      );
    }),
  ).length;
}

/** A problem of what the register calls `name`, as a page or in what it has by the name `within`. */
function about(rule: RuleId, text: string, name: string, within?: string) {
  const start = within === undefined ? 0 : text.indexOf(`${JSON.stringify(within)}: {`);
  const from = Math.max(start, 0);
  const words = JSON.stringify(name);
  // The colon tells a name from a value: a note may cite what an anchor is called.
  const place = placeAt(text, Math.max(text.indexOf(`${words}:`, from), from));
  return { rule, file: permalinksFile, place, length: words.length };
}

/** An address says most; without one, author, title and year as the register has them. */
function describe(identities: readonly string[]): string {
  return `“${identities[0]?.replace(/^\w+ /, '') ?? ''}”`;
}
