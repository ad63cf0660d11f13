/** What `npm run permalinks` writes and says. */
import { countNew, countReworded } from './check-permalinks.ts';
import { type LostPermalink, lostPermalinks } from './lost-permalinks.ts';
import { entryOf, type Permalinks, permalinksFile } from './permalinks.ts';
import { updatePermalinks } from './update-permalinks.ts';
import { withdrawn } from './withdrawn.ts';

export type PlannedUpdate =
  /** Sentences on redirects that cannot be: nothing is to be written. */
  | { readonly refused: readonly string[] }
  | {
      readonly permalinks: Permalinks;
      /** Sentences on what is new and what was retired. */
      readonly done: readonly string[];
      /** Sentences that ask where to lead what is gone, and say how to answer. */
      readonly questions: readonly string[];
    };

/**
 * `redirects` are as the author gives them: `2019/09/essay/#fn-old=fn-new`, `old/address/=new/address/` or, of either,
 * `old/address/=withdrawn`.
 */
export function planUpdate(
  recorded: Permalinks,
  published: Permalinks,
  redirects: readonly string[],
): PlannedUpdate {
  const read = redirects.map(readRedirect);
  const lost = lostPermalinks(recorded, published);
  const refused = read.flatMap((redirect) => refuse(redirect, lost, published) ?? []);
  if (refused.length > 0) return { refused };
  const targets = new Map(read.map(({ old, target = '' }) => [old, target]));
  const { permalinks, retired, left } = updatePermalinks(recorded, published, targets);
  const fresh = countNew(recorded, published);
  const reworded = countReworded(recorded, published);
  return {
    permalinks,
    done: [
      `${permalinksFile} has ${fresh} new ${fresh === 1 ? 'entry' : 'entries'}.`,
      ...(reworded === 0
        ? []
        : [
            `It knows ${reworded} ${reworded === 1 ? 'paragraph by the words that it has' : 'paragraphs by the words that they have'} now.`,
          ]),
      ...retired.map(([old, now]) =>
        now === withdrawn ? `${old} is withdrawn now.` : `${old} now leads to ${now}.`,
      ),
    ],
    questions: ask(left),
  };
}

/** Where what is gone leads: one answer for each, or that nothing took the place of any. */
function ask(left: readonly string[]): string[] {
  if (left.length === 0) return [];
  const questions = left.map(
    (name) =>
      `${name} is gone, and nothing like it is new: npm run permalinks -- '${name}=…' says where it leads.`,
  );
  const answers = left.map((name) => `'${name}=${withdrawn}'`).join(' ');
  const what = left.length === 1 ? 'it' : 'them';
  return [...questions, `If nothing took the place of ${what}: npm run permalinks -- ${answers}`];
}

interface Redirect {
  readonly old: string;
  /** `undefined` when the author gives none; empty for the page at the top of the site. */
  readonly target: string | undefined;
}

function readRedirect(redirect: string): Redirect {
  const [old = '', target] = redirect.split('=');
  return { old, target: target?.replace(/^#/, '') };
}

/** Why a redirect cannot be: it is about what is not gone, or leads to where nothing is. */
function refuse(
  { old, target }: Redirect,
  lost: readonly LostPermalink[],
  published: Permalinks,
): string | undefined {
  const [page = '', anchor] = old.split('#');
  if (!lost.some((each) => each.page === page && each.anchor === anchor)) {
    return `${old} is not gone, or was never recorded.`;
  }
  if (target === undefined) return `'${old}=…' has to say where ${old} leads.`;
  if (target === withdrawn) return undefined;
  const there = anchor === undefined ? published.pages : published.pages[page]?.anchors;
  return entryOf<unknown>(there ?? {}, target) === undefined
    ? `${old} cannot lead to ${target}, where nothing is.`
    : undefined;
}
