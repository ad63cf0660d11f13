/** `npm run fuzz`: every property of the fuzz tests 10,000 times (or `FUZZ_RUNS` times) with new inputs. */
import { spawnSync } from 'node:child_process';

const args = ['run', '--silent', 'test:unit', '--', 'tests/unit/fuzz.test.ts'];
const { status } = spawnSync('npm', args, {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? '10000' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
