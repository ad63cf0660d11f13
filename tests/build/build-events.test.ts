import { expect, it } from 'vitest';
import { makeSite } from '../support/make-site.ts';

const eventsOf = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Record<string, unknown> => JSON.parse(line));

it('tells machines how far a build is and how it ended, one event a line', async () => {
  await using site = await makeSite();

  const { status, output } = await site.run('build', '--json', '--no-editions');

  expect(status).toBe(0);
  expect(output.split('\n').filter((line) => !/^\{.*\}$|^$/.test(line))).toEqual([]);
  const events = eventsOf(output);
  expect(events[0]).toEqual({ event: 'progress', step: 'check', done: 0, of: 0 });
  expect(events).toContainEqual({ event: 'progress', step: 'text', done: 1, of: 1 });
  expect(events).toContainEqual({ event: 'progress', step: 'page', done: 1, of: 1 });
  expect(events.at(-1)).toEqual({ event: 'end', published: true, seconds: expect.any(Number) });
});

it('tells machines every problem, and that nothing was published', async () => {
  await using site = await makeSite('faults/unknown-key');

  const { status, output } = await site.run('build', '--json');

  expect(status).toBe(1);
  const events = eventsOf(output);
  const problems = events.filter(({ event }) => event === 'problem');
  expect(problems).toHaveLength(5);
  expect(problems[0]).toMatchObject({
    rule: 'citation-key-exists',
    line: 6,
    nearest: 'roblin2018',
  });
  expect(events.at(-1)).toMatchObject({ event: 'end', published: false });
});
