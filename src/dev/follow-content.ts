import { join, sep } from 'node:path';
import { type CheckedSite, checkSite } from '../checking/check-site.ts';
import { debounceByKey } from '../disk/debounce-by-key.ts';
import { library } from '../library.ts';

export interface FollowedContent {
  /** Something happened to the file at this absolute path, by the name the watcher has for it. */
  note(event: string, path: string): void;
  /** Resolves when the last change that was noted has been looked at. */
  settled(): Promise<void>;
}

/** Checks the project at `root` again after every change of its content; `tell` hears of each result. */
export function followContent(
  root: string,
  first: CheckedSite,
  tell: (checked: CheckedSite) => void,
): FollowedContent {
  const folder = join(root, 'content');
  let { content } = first;
  let isUnsettled = false;
  let waiting: PromiseWithResolvers<void> | undefined;
  let work = Promise.resolve();

  async function look(): Promise<void> {
    const known = isUnsettled ? undefined : content;
    isUnsettled = false;
    const checked = await checkSite(root, known);
    content = checked.content;
    tell(checked);
  }

  const lookSoon = debounceByKey(({ resolve }: PromiseWithResolvers<void>) => {
    waiting = undefined;
    work = work.then(look).catch(sayUnlessGone).then(resolve);
  });

  return {
    note(event, path) {
      if (!path.startsWith(folder + sep) && !library.isReadFrom(path)) return;
      // An essay may be faulty for a picture that is not there: after anything but an edit, all are read anew.
      if (event !== 'change' || !path.endsWith('.mdx')) isUnsettled = true;
      waiting ??= Promise.withResolvers();
      lookSoon(waiting);
    },
    settled: async () => {
      while (waiting !== undefined) await waiting.promise;
      await work;
    },
  };
}

/** A file that goes while it is read is noted in turn. */
function sayUnlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') console.error(error);
}
