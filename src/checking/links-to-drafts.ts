import type { PageProblem } from '../publishing/check-pages.ts';
import type { EssayFile } from './check-content.ts';

/** A link that leads nowhere since it leads to a draft says so, and names no other page that may be meant. */
export function nameDraft(problem: PageProblem, drafts: readonly EssayFile[]): PageProblem {
  if (problem.rule !== 'link-leads-somewhere') return problem;
  const path = problem.words.replace(/[?#].*$/s, '').replace(/index\.html$/, '');
  const slug = path.split('/').filter(Boolean).at(-1);
  const draft = drafts.find((each) => each.slug === slug);
  if (draft === undefined) return problem;
  const message = `The link to “${problem.words}” leads to a draft, ${draft.name}, which is not published.`;
  return { ...problem, message, nearest: undefined };
}
