/** `npm test`: every check there is, each to its end, and one last line that counts them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

interface Stage {
  readonly name: string;
  /** npm script and its arguments. */
  readonly command: readonly string[];
  /** Reads how many tests passed and failed; a stage without it is one check. */
  readonly count?: () => Counts;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const results = 'test-results';

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const stages: readonly Stage[] = [
  { name: 'types', command: ['types'] },
  { name: 'lint', command: ['lint'] },
  vitestStage('unit', '--coverage'),
  vitestStage('build'),
  // Without the servers that have to be installed: `npm run test:hosts` has all.
  vitestStage('hosts', 'tests/hosts/anywhere.test.ts'),
  { name: 'browser', command: ['test:e2e'], count: countPlaywright },
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const counts = stages.map(runStage);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runStage({ name, command, count }: Stage): Counts {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npm', ['run', '--silent', ...command], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  });
  if (count === undefined)
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counted = count();
  // A stage that failed without a failed test (a runner that could not start) is itself one failure.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function vitestStage(project: string, ...args: readonly string[]): Stage {
  const file = `${results}/${project}.json`;
  return {
    name: project,
    command: [
      `test:${project}`,
      '--',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${file}`,
    ],
    count: () => {
      const report = readReport(file, vitestReport);
      return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
    },
  };
}

function countPlaywright(): Counts {
  const stats = readReport(`${results}/e2e.json`, playwrightReport)?.stats;
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}

/** Nothing when the runner stopped before it wrote its report. */
function readReport<T>(file: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
