/** Builds the sites that it is told of, one after the other, in this one process. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { configureSite } from '../../astro.config.ts';
import { listFiles } from '../../src/disk/list-files.ts';
import { startMaker } from '../../src/editions/edition-makers.ts';
import { buildSite } from '../../src/publishing/build-site.ts';
import { noProgress } from '../../src/publishing/show-progress.ts';
import type { Outcome, SiteOutcome } from './built-site.ts';
import { checkAsBuild } from './check-as-build.ts';
import {
  layContent,
  layProject,
  planSite,
  type SitePlan,
  shareCache,
  siteRoot,
} from './fixture-sites.ts';

const lastGoodSite = 'the last good site';

export interface Order {
  readonly name: string;
  /** What the outcome is of: told back, so that nobody takes an old outcome for a new one. */
  readonly fingerprint: string;
}

/** Of all sites: to load Pandoc takes longer than to make the editions of an essay. */
const editionMakers = [startMaker()];
process.once('disconnect', () => void editionMakers.map((maker) => maker.finish()));

/** The last site that this process has built. */
let last: string | undefined;
let waiting = Promise.resolve();
process.on('message', (order: Order) => {
  waiting = waiting.then(async () => {
    await fill(order);
    process.send?.('done');
  });
});
process.send?.('ready');

async function fill({ name, fingerprint }: Order): Promise<void> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await makeSite(planSite(name));
  const { user, system } = process.cpuUsage(cpu);
  const whole: SiteOutcome = {
    ...outcome,
    fingerprint,
    after: last,
    milliseconds: Math.round(performance.now() - started),
    processorMilliseconds: Math.round((user + system) / 1000),
  };
  last = name;
  await writeFile(`${siteRoot(name)}.json`, `${JSON.stringify(whole, null, 2)}\n`);
}

async function makeSite(plan: SitePlan): Promise<Outcome & { first?: Outcome }> {
  const root = siteRoot(plan.name);
  await rm(root, { recursive: true, force: true });
  await mkdir(dirname(root), { recursive: true });
  await layProject(root, plan.earlier ?? plan.content);
  await shareCache(root);
  if (isFaulty(plan)) {
    await mkdir(join(root, 'dist'));
    await writeFile(join(root, 'dist/index.html'), lastGoodSite);
  }
  const first = await build(root, plan);
  if (plan.earlier === undefined) return first;
  await layContent(root, plan.content);
  return { ...(await build(root, plan)), first };
}

async function build(root: string, plan: SitePlan): Promise<Outcome> {
  const { settings, editions, compressed, strict, drafts } = plan;
  const options = {
    ...{ root, settings, editions, compressed, strict, drafts, editionMakers },
    progress: noProgress,
  };
  const checked = isCheckedAlone(plan)
    ? await listen(() => checkAsBuild(configureSite(options)))
    : undefined;
  const { result: ok, output } =
    checked?.result === false ? checked : await listen(() => buildSite(configureSite(options)));
  const dist = join(root, 'dist');
  const files = (await listFiles(dist).catch(() => [])).map((file) => relative(dist, file));
  return { ok, output, files };
}

function isFaulty({ name }: SitePlan): boolean {
  return name.startsWith('faults/');
}

/** Of all that is wrong with content, what Astro itself would stumble over is left to a build. */
function isCheckedAlone(plan: SitePlan): boolean {
  const stumbling = ['faults/front-matter', 'faults/no-front-matter', 'faults/mdx-syntax'];
  return isFaulty(plan) && !stumbling.includes(plan.name);
}

/** What is printed while `work` is done: here, so that it is not printed for anybody else. */
async function listen<T>(work: () => Promise<T>): Promise<{ result: T; output: string }> {
  const streams = [process.stdout, process.stderr];
  const usual = streams.map((stream) => stream.write);
  let output = '';
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    };
  }
  try {
    return { result: await work(), output };
  } finally {
    streams.forEach((stream, index) => {
      stream.write = usual[index] ?? stream.write;
    });
  }
}
