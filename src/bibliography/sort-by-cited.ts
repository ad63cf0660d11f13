/** Problems of a bibliography by whether any essay cites what they are about. */
import type { Problem } from '../problems/problem.ts';
import type { Bibliography, Source } from './source.ts';

/** Whether sources that no essay cites are told of in one sentence, or each with all that is wrong with it. */
export type Uncited = 'counted' | 'shown';

/**
 * What `problems` of a bibliography are to its essays: those of sources that are cited, or of no source, as they are;
 * the others harm nobody. Every uncited source is a problem of its own when they are `shown`, one for all otherwise.
 */
export function sortByCited(
  problems: readonly Problem[],
  { sources }: Bibliography,
  cited: ReadonlySet<string>,
  uncited: Uncited,
): Problem[] {
  const unused = [...sources.values()].filter(({ key }) => !cited.has(key));
  const isUncited = ({ source }: Problem) => source !== undefined && !cited.has(source);
  const faulty = new Map(problems.filter(isUncited).map((each) => [each.source, each]));
  // What cannot be read is no source yet.
  const unread = [...faulty].flatMap(([key, each]) => (sources.has(key ?? '') ? [] : [each]));
  const count = unused.length + unread.length;
  const [first] = [...unused, ...unread];
  if (uncited === 'shown' || first === undefined || (count === 1 && unread.length === 0)) {
    return [
      ...problems.filter((problem) => uncited === 'shown' || !isUncited(problem)),
      ...unused.map((source) => about(source, `“${source.key}” is cited by no essay.`)),
    ];
  }
  const subject = count === 1 ? '1 source is' : `${count} sources are`;
  const remark =
    faulty.size === 0
      ? ''
      : `, and ${faulty.size} of them ${faulty.size === 1 ? 'has' : 'have'} problems`;
  return [
    ...problems.filter((problem) => !isUncited(problem)),
    {
      ...about(first, `${subject} cited by no essay${remark}.`),
      advice:
        "`npm run check -- --all` shows them; `'source-is-cited': 'off'` among the `severities` in src/site.ts silences this.",
    },
  ];
}

function about({ file, place, ...of }: Source | Problem, message: string): Problem {
  const length = 'key' in of ? of.key.length : of.length;
  return { rule: 'source-is-cited', file, place, length, message };
}
