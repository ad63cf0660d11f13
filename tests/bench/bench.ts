/**
 * `npm run bench`: everything that is measured, in one table: what the essay weighs, how it comes up in a
 * browser on a slow line with a slow machine, and what it costs to build and to write. It says whether each aim
 * is reached, and never fails for one that is not.
 *
 * `--rounds N` visits each page N times (7), `--runs N` takes medians of N builds (3); `--quick` builds the two
 * smallest corpora once. What was measured each time goes to standard error.
 */
import { chromium } from 'playwright';
import { readOptions } from '../../src/commands/read-options.ts';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { buildRows } from './build-rows.ts';
import { describeMachine } from './describe-results.ts';
import { describeAims, describeRows } from './describe-rows.ts';
import { readCount } from './read-count.ts';
import type { Row } from './row.ts';
import { quickPlan, type ScalePlan, wholePlan } from './scale-plan.ts';
import { servePages } from './serve-pages.ts';
import { visitRows } from './visit-rows.ts';
import { weightRows } from './weight-rows.ts';

interface Plan {
  readonly rounds: number;
  readonly scale: ScalePlan;
}

try {
  await run(readPlan());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run({ rounds, scale }: Plan): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...browserArguments],
  });
  const version = browser.version();
  const rows: Row[] = [];
  try {
    await using pages = await servePages();
    rows.push(...weightRows(pages.ours.html, pages.bare.html));
    rows.push(...(await visitRows(browser, pages, rounds)));
  } finally {
    await browser.close();
  }
  rows.push(...(await buildRows(scale)));
  console.log(`${describeMachine()}, Chromium ${version}.

Medians. Pages: ${rounds} visits (1.6 Mbit/s, 150 ms, processor slowed down 4 times), beside a bare page of the
same essay. Builds: ${scale.runs} each, beside plain Astro with notes by hand.
`);
  console.log(`${describeRows(rows)}\n\n${describeAims(rows)}`);
}

function readPlan(): Plan {
  const {
    quick = false,
    rounds = '7',
    runs = '3',
  } = readOptions({
    rounds: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean' },
  });
  const scale = quick ? quickPlan : { ...wholePlan, runs: readCount('runs', runs) };
  return { rounds: readCount('rounds', rounds), scale };
}
