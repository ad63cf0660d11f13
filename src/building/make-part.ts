/** Makes the pages of one part of a build, as `make-parts.ts` tells it, and ends. */

import { readContent } from '../checking/check-content.ts';
import { readEssays } from '../essay/read-essays.ts';
import { library } from '../library.ts';
import { beginFormatting } from './begin-formatting.ts';
import type { PartJob, PartMessage } from './make-parts.ts';
import { runAstro } from './run-astro.ts';

// Nobody waits for a part whose build has ended.
process.once('disconnect', () => process.exit(1));
process.once('message', async (job: PartJob) => {
  const answer = await make(job).catch(describe);
  process.send?.(answer, undefined, undefined, () => process.exit(0));
});

async function make({ root, folder, names }: PartJob): Promise<PartMessage> {
  const content = await readContent(root, library);
  const own = new Set(names);
  const essays = content.essays.filter(({ name }) => own.has(name));
  await beginFormatting(library, { notes: essays, sources: [] });
  const others = readEssays(content.essays.filter(({ name }) => !own.has(name)));
  const made = await runAstro({
    root,
    folder,
    essays,
    others: others.map(({ essay }) => essay),
    recorded: undefined,
    report: (step) => process.send?.({ step } satisfies PartMessage),
  });
  return { made };
}

function describe(error: unknown): PartMessage {
  if (!(error instanceof Error)) return { failure: String(error), code: undefined };
  return { failure: error.message, code: (error as NodeJS.ErrnoException).code };
}
