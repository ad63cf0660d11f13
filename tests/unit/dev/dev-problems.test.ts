import { describe, expect, it } from 'vitest';
import {
  blockingProblems,
  describeChange,
  problemsOn,
  toDevProblems,
} from '../../../src/dev/dev-problems.ts';
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

describe('in the terminal', () => {
  const error = problem('content/essays/a.mdx');
  const warning = problem('content/bibliography.bib', {
    rule: 'source-is-cited',
    message: 'Has 12.',
  });

  it('stands every error after each change, and a warning once, wherever it moves', () => {
    const moved = { ...warning, place: { line: 9, column: 1 }, message: 'Has 13.' };
    const other = { ...warning, message: 'Is another.' };

    expect(describeChange(found(), found(error, warning))).toMatch(/Has 12.*essays\/a/s);
    expect(describeChange(found(error, warning), found(error, moved))).toBeUndefined();
    expect(describeChange(found(error, warning), found(error, moved, other))).toMatch(
      /^(?!.*Has 1).*Is another.*essays\/a.*\n1 error, 2 warnings$/s,
    );
    expect(describeChange(found(error, warning), found(warning))).toBe('1 warning');
    expect(describeChange(found(warning), found(warning, warning))).toMatch(/Has 12/);
  });

  it('stands that everything is mended, once', () => {
    expect(describeChange(found(warning), found())).toBe('Everything is mended.');
    expect(describeChange(found(), found())).toBeUndefined();
  });
});

it('reports a draft’s problem as a draft’s in the terminal, and as an error in the browser', () => {
  const now = found(problem('content/essays/a.mdx', { isInDraft: true }));
  const { drafts, own } = now;

  expect(describeChange(found(), now)).toContain(
    'content/essays/a.mdx:1:1  draft  citation-key-exists',
  );
  expect(drafts.map(({ severity }) => severity)).toEqual(['error']);
  expect(own).toEqual([]);
});
