/** What a good build tells machines is in next-build.test.ts. */
import { expect, it } from 'vitest';
import { makeSite } from '../support/make-site.ts';
import { readEvents } from '../support/read-events.ts';

it('a build tells machines every problem, and that nothing was published', async () => {
  await using site = await makeSite('faults/unknown-key');

  const { status, output } = await site.run('build', '--json');

  expect(status).toBe(1);
  const events = readEvents(output);
  const problems = events.filter(({ event }) => event === 'problem');
  expect(problems).toHaveLength(5);
  expect(problems[0]).toMatchObject({
    rule: 'citation-key-exists',
    line: 6,
    nearest: 'roblin2018',
  });
  expect(events.at(-1)).toMatchObject({ event: 'end', published: false });
});
