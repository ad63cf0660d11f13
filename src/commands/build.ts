/** `npm run build`: checks everything, builds beside the last good site, and only then takes its place. */
import { readOptions } from './read-options.ts';
import { runBuild } from './run-build.ts';

const { strict = false } = readOptions({ strict: { type: 'boolean' } });
process.exitCode = (await runBuild(process.cwd(), { strict, format: 'text', mostWarnings: 5 }))
  ? 0
  : 1;
