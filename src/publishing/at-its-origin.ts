import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import type { Project } from '../project.ts';
import type { PageProblem } from './check-pages.ts';
import { isBareLeftover } from './find-leftovers.ts';

/**
 * A problem of a page is shown in its essay, if what is at fault stands there once; the second of two that must
 * differ, where it stands last. What stands for a missing value was typed by nobody.
 */
export function atItsOrigin(found: PageProblem, { essays, drafts }: Project): Problem {
  const problem = nameDraft(found, drafts);
  const { file, words, rule } = problem;
  const [, slug] = /([^/]+)\/index\.html$/.exec(file) ?? [];
  const essay = essays.find((each) => each.slug === slug);
  if (essay === undefined || isBareLeftover(words)) return problem;
  const index = essay.text.lastIndexOf(words);
  const isOne = essay.text.indexOf(words) === index || rule === 'page-ids-are-unique';
  if (index < 0 || !isOne) return problem;
  return { ...problem, file: essay.name, place: placeAt(essay.text, index), length: words.length };
}

/** A link that leads nowhere since it leads to a draft says so, and names no other page that may be meant. */
function nameDraft(problem: PageProblem, drafts: Project['drafts']): PageProblem {
  if (problem.rule !== 'link-leads-somewhere') return problem;
  const path = problem.words.replace(/[?#].*$/s, '').replace(/index\.html$/, '');
  const slug = path.split('/').filter(Boolean).at(-1);
  const draft = drafts.find((each) => each.slug === slug);
  if (draft === undefined) return problem;
  const message = `The link to “${problem.words}” leads to a draft, ${draft.name}, which is not published.`;
  return { ...problem, message, nearest: undefined };
}
