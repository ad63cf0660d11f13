/** What real builds tell machines is in next-build.test.ts and commands/all-or-nothing.test.ts. */
import { expect, it } from 'vitest';
import { configureSite } from '../../astro.config.ts';
import { noProgress } from '../../src/publishing/show-progress.ts';
import { checkAsBuild } from '../support/check-as-build.ts';
import { listen } from '../support/check-site.ts';
import { planSite, siteRoot } from '../support/fixture-sites.ts';
import { readEvents } from '../support/read-events.ts';

it('a build tells machines every problem, and goes no further', async () => {
  const fault = 'faults/unknown-key';
  const { settings } = planSite(fault);
  const options = { root: siteRoot(fault), settings, progress: noProgress };

  const { passed, output } = await listen(() =>
    checkAsBuild(configureSite({ ...options, format: 'lines' })),
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
