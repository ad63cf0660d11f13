import { describe, expect, it } from 'vitest';
import { blockingProblems, problemsOn, toDevProblems } from '../../../src/dev/dev-problems.ts';
import type { Problem } from '../../../src/problems/problem.ts';

const problem = (file: string, more: Partial<Problem> = {}): Problem => ({
  rule: 'citation-key-exists',
  file,
  place: { line: 1, column: 1 },
  length: 1,
  message: 'What is wrong.',
  ...more,
});
const found = (...problems: Problem[]) => toDevProblems(problems, {}, () => undefined);
const filesInTheWay = (path: string, ...problems: Problem[]) =>
  blockingProblems(found(...problems), path).map(({ file }) => file);

describe('in the way of a page', () => {
  it('is an error of anything that is published', () => {
    const file = 'content/essays/other.mdx';

    expect(filesInTheWay('/2019/09/essay/', problem(file))).toEqual([file]);
    expect(filesInTheWay('/2019/09/essay/', problem(file, { rule: 'source-is-cited' }))).toEqual(
      [],
    );
  });

  it('is an error of the draft it shows, and of no other', () => {
    const draft = problem('content/essays/초안/index.mdx', { isInDraft: true });

    expect(filesInTheWay(`/2019/09/${encodeURI('초안')}/?x#p1`, draft)).toEqual([draft.file]);
    expect(filesInTheWay('/2019/09/essay/', draft)).toEqual([]);
    expect(filesInTheWay('/', draft)).toEqual([]);
  });

  it('is no permalink, which is shown all the same, since the page itself can be made', () => {
    const lost = problem('content/permalinks.json', { rule: 'permalink-is-kept' });

    expect(filesInTheWay('/', lost)).toEqual([]);
    expect(problemsOn(found(lost), '/')).toHaveLength(1);
  });

  it('is nothing that the site does not take for an error', () => {
    const { own } = toDevProblems(
      [problem('content/essays/a.mdx')],
      { 'citation-key-exists': 'warning' },
      () => undefined,
    );

    expect(own).toEqual([]);
  });
});

it('reports a draft’s problem as a draft’s in the terminal, and as an error in the browser', () => {
  const { report, drafts, own } = found(problem('content/essays/a.mdx', { isInDraft: true }));

  expect(report).toContain('content/essays/a.mdx:1:1  draft  citation-key-exists');
  expect(drafts.map(({ severity }) => severity)).toEqual(['error']);
  expect(own).toEqual([]);
});
