import { afterEach, expect, it, vi } from 'vitest';
import { createProgress, type Progress } from '../../../src/publishing/show-progress.ts';

const isTerminal = process.stderr.isTTY;

afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = isTerminal;
});

/** What is printed while a site of two essays is built. */
function listen(kind: 'terminal' | 'log' | 'machine', build: (progress: Progress) => void) {
  const printed: string[] = [];
  const keep = (text: unknown) => printed.push(String(text)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(console, 'log').mockImplementation(keep);
  process.stderr.isTTY = kind === 'terminal';
  build(createProgress(kind === 'machine' ? 'lines' : 'text'));
  return printed;
}

function buildTwo(progress: Progress): void {
  progress.start();
  progress.start();
  progress.begin(2);
  for (const step of ['text', 'text', 'page', 'page'] as const) progress.report(step);
  progress.end();
}

it('says in a log what a build does, once for each step', () => {
  expect(listen('log', buildTwo)).toEqual([
    'Checking the content …\n',
    'Reading essays …\n',
    'Making pages …\n',
  ]);
});

it('says so in one line of a terminal, which it takes away before anything else is printed', () => {
  const printed = listen('terminal', buildTwo);

  expect(printed[0]).toBe('\r\u001b[2KChecking the content');
  expect(printed).toContain('\r\u001b[2KMaking pages: 2 of 2');
  expect(printed.join('')).not.toContain('\n');
  expect(printed.at(-1)).toBe('\r\u001b[2K');
});

it('says so to machines as events', () => {
  const events = listen('machine', buildTwo).map((line) => JSON.parse(line));

  expect(events[0]).toEqual({ event: 'progress', step: 'check', done: 0, of: 0 });
  expect(events.at(-1)).toEqual({ event: 'progress', step: 'page', done: 2, of: 2 });
});
