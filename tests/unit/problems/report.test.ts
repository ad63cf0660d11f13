import { describe, expect, it } from 'vitest';
import { assignSeverity, type Problem } from '../../../src/problems/problem.ts';
import { formatAnnotations, formatJson, formatReport } from '../../../src/problems/report.ts';

const problem = (file: string, line: number, column: number, length = 3): Problem => ({
  rule: 'citation-key-exists',
  file,
  place: { line, column },
  length,
  message: 'What is wrong.',
  nearest: 'kim2019',
});
const diagnostics = (...problems: Problem[]) =>
  assignSeverity(problems, { severities: {}, strict: false });

describe('problems', () => {
  it('are sorted by file, line and column', () => {
    const places = [
      problem('b', 1, 1),
      problem('a', 10, 1),
      problem('a', 9, 5),
      problem('a', 9, 2),
    ];

    expect(
      diagnostics(...places).map(({ file, place }) => [file, place.line, place.column]),
    ).toEqual([
      ['a', 9, 2],
      ['a', 9, 5],
      ['a', 10, 1],
      ['b', 1, 1],
    ]);
  });

  it('are warnings in a draft, however strict the site is, and are counted apart', () => {
    const [found] = assignSeverity([{ ...problem('a', 1, 1), isInDraft: true }], {
      severities: {},
      strict: true,
    });

    expect(found?.severity).toBe('warning');
    expect(formatReport(found ? [found] : [], () => undefined)).toMatch(
      /^a:1:1 {2}draft {2}citation-key-exists\n[\s\S]*\n1 in drafts, which stop no build$/,
    );
    expect(formatJson(found ? [found] : [])).toContain('"draft": true');
  });

  it('have the severity of their rule, or the one the site gives it', () => {
    const uncited: Problem = { ...problem('a', 1, 1), rule: 'source-is-cited' };
    const severityOf = (severityOptions: Parameters<typeof assignSeverity>[1]) =>
      assignSeverity([uncited], severityOptions).map(({ severity }) => severity);

    expect(severityOf({ severities: {}, strict: false })).toEqual(['warning']);
    expect(severityOf({ severities: {}, strict: true })).toEqual(['error']);
    expect(severityOf({ severities: { 'source-is-cited': 'error' }, strict: false })).toEqual([
      'error',
    ]);
    expect(severityOf({ severities: { 'source-is-cited': 'off' }, strict: true })).toEqual([]);
  });
});

describe('a report', () => {
  it('is empty when nothing is wrong', () => {
    expect(formatReport([], () => undefined)).toBe('');
    expect(formatJson([])).toBe('[]');
  });

  it('says where, what, what to do and what was probably meant, and counts', () => {
    expect(formatReport(diagnostics(problem('a.mdx', 9, 2)), () => undefined)).toBe(
      [
        'a.mdx:9:2  error  citation-key-exists',
        '  What is wrong.',
        '  Did you mean “kim2019”? Correct the key, or add the source to the bibliography.',
        '',
        '1 error',
      ].join('\n'),
    );
  });

  it('points at the words in a window of a long line', () => {
    const line = `${'x'.repeat(100)}BAD${'y'.repeat(100)}`;
    const [frame = '', pointer = ''] = formatReport(
      diagnostics(problem('a.mdx', 1, 101)),
      () => line,
    )
      .split('\n')
      .slice(4, 6);

    expect(frame.slice(pointer.indexOf('^'), pointer.lastIndexOf('^') + 1)).toBe('BAD');
    expect(frame.length).toBeLessThan(90);
  });

  it('is the same as data', () => {
    expect(JSON.parse(formatJson(diagnostics(problem('a.mdx', 9, 2))))).toEqual([
      {
        rule: 'citation-key-exists',
        severity: 'error',
        file: 'a.mdx',
        line: 9,
        column: 2,
        length: 3,
        message: 'What is wrong.',
        advice: 'Correct the key, or add the source to the bibliography.',
        nearest: 'kim2019',
      },
    ]);
  });

  it('is the same as annotations, with everything escaped that they give a meaning', () => {
    const odd = { ...problem('a,b:c.mdx', 9, 2), message: '100 %\nwrong.', nearest: undefined };

    expect(formatAnnotations(diagnostics(odd))).toBe(
      '::error file=a%2Cb%3Ac.mdx,line=9,col=2,endColumn=5,title=citation-key-exists::100 %25%0Awrong. Correct the key, or add the source to the bibliography.',
    );
  });
});
