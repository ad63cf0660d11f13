/** `npm test`: every check there is, each to its end, two at a time, and one last line that counts them. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';

interface Stage {
  readonly name: string;
  /** Given to a shell, which finds the packages of the project. */
  readonly command: string;
  /** Reads how many tests passed and failed; a stage without it is one check. */
  readonly count?: () => Counts;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Of each failed test its name and what it said, for the end of the run: a long output loses its middle. */
  readonly failures?: readonly string[];
}

interface Result extends Counts {
  readonly name: string;
  readonly seconds: number;
}

const results = 'test-results';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(''),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});
const noStats = { expected: 0, unexpected: 0, flaky: 0 };
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/**
 * Two at a time, each by one worker: more of them keep no core busier, load every package again, and take a fifth
 * longer.
 */
const stages: readonly Stage[] = [
  { name: 'sites', command: 'node tests/support/ensure-sites.ts' },
  // These three read no site. What comes after waits by itself for those that are not built yet, all but dev, which
  // reads none, either.
  { name: 'types', command: script('types') },
  // Together, which load the same modules. To count what of the code has run takes long: once for each change is enough.
  vitestStage(['unit', 'commands'], ...(process.env['CI'] ? ['--coverage'] : [])),
  { name: 'lint', command: script('lint') },
  // What takes longest comes first, so that no core waits at the end.
  playwrightStage('e2e'),
  vitestStage(['build']),
  playwrightStage('dev'),
  // Without the servers that have to be installed: `npm run test:hosts` has all.
  vitestStage(['hosts'], 'tests/hosts/anywhere.test.ts'),
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const done: Result[] = [];
const queue = [...stages];
const begun = performance.now();
await Promise.all([runQueue(), runQueue()]);
const passed = done.reduce((sum, result) => sum + result.passed, 0);
const failed = done.reduce((sum, result) => sum + result.failed, 0);
console.log('\n── where the time went');
for (const { name, seconds, ...counts } of done) {
  console.log(`${name.padEnd(13)} ${seconds.toFixed(0).padStart(4)} s  ${describe(counts)}`);
}
const together = (performance.now() - begun) / 1000;
console.log(`Side by side: ${together.toFixed(0)} s`);
for (const failure of done.flatMap(({ failures = [] }) => failures)) console.log(`\n✗ ${failure}`);
console.log(`\n${describe({ passed, failed })}`);
process.exitCode = failed === 0 ? 0 : 1;

async function runQueue(): Promise<void> {
  for (let stage = queue.shift(); stage !== undefined; stage = queue.shift()) {
    done.push(await runStage(stage));
  }
}

async function runStage({ name, command, count }: Stage): Promise<Result> {
  const started = performance.now();
  console.log(`${name} …`);
  const { status, output } = await runCommand(command);
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n── ${name}\n${output}`);
  return { name, seconds, ...countsOf(status, count?.()) };
}

/** A stage that failed without a failed test (a runner that could not start) is itself one failure. */
function countsOf(status: number, counted: Counts = { passed: 0, failed: 0 }): Counts {
  if (status !== 0) return { ...counted, failed: Math.max(counted.failed, 1) };
  return counted.passed + counted.failed === 0 ? { passed: 1, failed: 0 } : counted;
}

/** Its output whole, when it has ended: those of two at once could not be told apart. */
function runCommand(command: string): Promise<{ status: number; output: string }> {
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: `${join(process.cwd(), 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function script(name: string, ...args: readonly string[]): string {
  return [scripts[name], ...args].join(' ');
}

function vitestStage([first, ...others]: readonly [string, ...string[]], ...args: string[]): Stage {
  const name = [first, ...others].join('+');
  const file = `${results}/${name}.json`;
  const projects = others.map((project) => `--project ${project}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
  return {
    name,
    command: script(`test:${first}`, ...projects, '--maxWorkers=1', ...args, ...reporters),
    count: () => {
      const report = readReport(file, vitestReport);
      return {
        passed: report?.numPassedTests ?? 0,
        failed: report?.numFailedTests ?? 0,
        failures: report === undefined ? [] : vitestFailures(report),
      };
    },
  };
}

function vitestFailures({ testResults }: z.infer<typeof vitestReport>): string[] {
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file whose hooks or imports failed says so itself.
    if (failed.length === 0 && status === 'failed') return [`${name}\n${shorten(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) =>
        `${name}: ${fullName}\n${shorten((failureMessages ?? []).join('\n'))}`,
    );
  });
}

function shorten(message: string): string {
  return message.length > 2000 ? `${message.slice(0, 2000)} …` : message;
}

function playwrightStage(name: string): Stage {
  return {
    name,
    command: script(`test:${name}`, '--workers=1'),
    count: () => {
      const { expected, unexpected, flaky } =
        readReport(`${results}/${name}.json`, playwrightReport)?.stats ?? noStats;
      return { passed: expected, failed: unexpected + flaky };
    },
  };
}

/** `undefined` when the runner stopped before it wrote its report. */
function readReport<T>(file: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function describe({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
