/** Problems of a bibliography by whether any essay cites what they are about. */
import type { Problem } from '../problems/problem.ts';
import type { Bibliography } from './read-bibliography.ts';
import type { Source } from './source.ts';

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
  const isUncited = ({ source, rule }: Problem) =>
    source !== undefined && !cited.has(source) && rule !== 'bibliography-parses';
  const [first] = unused;
  if (uncited === 'shown' || first === undefined || unused.length === 1) {
    return [
      ...problems.filter((problem) => uncited === 'shown' || !isUncited(problem)),
      ...unused.map((source) => about(source, `“${source.key}” is cited by no essay.`)),
    ];
  }
  const faulty = new Set(problems.filter(isUncited).map(({ source }) => source)).size;
  const remark =
    faulty === 0 ? '' : `, and ${faulty} of them ${faulty === 1 ? 'has' : 'have'} problems`;
  return [
    ...problems.filter((problem) => !isUncited(problem)),
    {
      ...about(first, `${unused.length} sources are cited by no essay${remark}.`),
      advice:
        "`npm run check -- --all` shows them; `'source-is-cited': 'off'` among the `severities` in src/site.ts silences this.",
    },
  ];
}

function about({ key, file, place }: Source, message: string): Problem {
  return { rule: 'source-is-cited', file, place, length: key.length, message };
}
