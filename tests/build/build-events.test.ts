/** What real builds tell machines is in next-build.test.ts and commands/all-or-nothing.test.ts. */
import { expect, it } from 'vitest';
import { stopOnProblems } from '../../src/checking/stop-on-problems.ts';
import { BuildStopped } from '../../src/publishing/build-run.ts';
import { noProgress } from '../../src/publishing/show-progress.ts';
import { createSession } from '../../src/session.ts';
import { listen } from '../support/check-site.ts';
import { planSite, siteRoot } from '../support/fixture-sites.ts';
import { readEvents } from '../support/read-events.ts';

it('a build tells machines every problem, and goes no further', async () => {
  const fault = 'faults/unknown-key';
  const { settings, editions } = planSite(fault);
  const report = { severities: settings.severities, strict: false, format: 'lines' } as const;
  const options = { report, progress: noProgress, editions };
  const stopper = stopOnProblems(createSession(siteRoot(fault), settings), options);
  // It needs nothing that Astro hands it.
  const begin = stopper.hooks['astro:build:start'] as () => Promise<void>;

  const { passed, output } = await listen(() =>
    begin().then(
      () => true,
      (error) => !(error instanceof BuildStopped),
    ),
  );

  expect(passed).toBe(false);
  const problems = readEvents(output).filter(({ event }) => event === 'problem');
  expect(problems).toHaveLength(5);
  expect(problems[0]).toMatchObject({
    rule: 'citation-key-exists',
    line: 6,
    nearest: 'roblin2018',
  });
});
