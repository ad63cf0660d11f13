import { checkProject } from '../checking/check-project.ts';
import { debounceByKey } from '../disk/debounce-by-key.ts';
import type { Problem } from '../problems/problem.ts';
import { openProject, type Project } from '../project.ts';
import type { Session } from '../session.ts';

export interface FollowedContent {
  /** Something happened to it. */
  note(): void;
  /** Resolves when the last thing that happened has been looked at. */
  settled(): Promise<void>;
}

/** Reads and checks the project now and whenever something happened to its content; `tell` hears of each look. */
export function followContent(
  session: Session,
  tell: (project: Project, problems: readonly Problem[]) => Promise<void>,
): FollowedContent {
  let last: Project | undefined;
  let waiting: PromiseWithResolvers<void> | undefined;
  let work = look().catch(sayUnlessGone);

  async function look(): Promise<void> {
    last = await openProject(session.root, session.settings, last ?? (await session.project()));
    // Nobody waits for a PDF here.
    await tell(last, await checkProject(last, { editions: false }));
  }

  const lookSoon = debounceByKey(({ resolve }: PromiseWithResolvers<void>) => {
    waiting = undefined;
    work = work.then(look).catch(sayUnlessGone).then(resolve);
  });

  return {
    note() {
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
