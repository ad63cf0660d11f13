/** What a build costs beside the same with notes by hand, and how long an author waits while writing. */
import { compareBuilds } from './compare-builds.ts';
import { nameCorpus } from './describe-results.ts';
import { measureRebuild } from './measure-rebuild.ts';
import { measureCheck, measureEdits } from './measure-waits.ts';
import type { Row } from './row.ts';
import type { ScalePlan } from './scale-plan.ts';

const timeAim = { ratioAtMost: 1.15 };
/** A thousand essays are to need no more than plain Astro does. */
const memoryAim = { ratioAtMost: 1 };
const waitAim = { atMost: 1000 };

export async function buildRows({ runs, corpora, edited }: ScalePlan): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of corpora) {
    const { plain, citing } = await compareBuilds(size, runs);
    const cost = (what: string, unit: 's' | 'MB', of: 'seconds' | 'megabytes'): Row => ({
      what: `${what}, ${nameCorpus(size)}`,
      unit,
      values: [citing[of]],
      baseline: [plain[of]],
      aim: of === 'seconds' ? timeAim : memoryAim,
    });
    rows.push(cost('Build', 's', 'seconds'), cost('Memory of the build', 'MB', 'megabytes'));
  }
  const { full, again } = await measureRebuild(edited, runs);
  rows.push({
    what: `Build after an edit of one essay, beside that of all, ${nameCorpus(edited)}`,
    unit: 's',
    values: again,
    baseline: [full],
    aim: { ratioAtMost: 0.1 },
  });
  const wait = (what: string, milliseconds: number): Row => ({
    what,
    unit: 'ms',
    values: [milliseconds],
    aim: waitAim,
  });
  rows.push(wait('`npm run check` of the real site', await measureCheck(runs)));
  const { essay, source } = await measureEdits(edited, runs);
  rows.push(
    wait(`Edit of an essay in dev, ${nameCorpus(edited)}`, essay),
    wait('Edit of a source in dev, the same', source),
  );
  return rows;
}
