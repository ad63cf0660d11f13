/** What a build costs beside the same with notes by hand, and how long an author waits while writing. */
import { compareBuilds } from './compare-builds.ts';
import { nameCorpus } from './describe-results.ts';
import { measureCheck, measureEdits } from './measure-waits.ts';
import type { Aim, Row } from './row.ts';
import type { ScalePlan } from './scale-plan.ts';

const timeAim = { ratioAtMost: 1.5 };
const memoryAim = { ratioAtMost: 2 };
const checkAim = { atMost: 1000 };
const editAim = { atMost: 200 };

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
  const wait = (what: string, milliseconds: number, aim: Aim): Row => ({
    what,
    unit: 'ms',
    values: [milliseconds],
    aim,
  });
  rows.push(wait('`npm run check` of the real site', await measureCheck(runs), checkAim));
  const { essay, source } = await measureEdits(edited, runs);
  rows.push(
    wait(`Edit of an essay in dev, ${nameCorpus(edited)}`, essay, editAim),
    wait('Edit of a source in dev, the same', source, editAim),
  );
  return rows;
}
