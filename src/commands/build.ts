/** `npm run build`: checks everything, builds beside the last good site, and only then takes its place. */

import { runBuild } from '../building/run-build.ts';
import { readOptions } from './read-options.ts';

const {
  strict = false,
  uncompressed = false,
  'no-editions': plain = false,
  json = false,
} = readOptions({
  strict: { type: 'boolean' },
  uncompressed: { type: 'boolean' },
  'no-editions': { type: 'boolean' },
  json: { type: 'boolean' },
});
const options = {
  strict,
  uncompressed,
  editions: !plain,
  format: json ? 'lines' : 'text',
  mostWarnings: 5,
} as const;
process.exitCode = (await runBuild(process.cwd(), options)) ? 0 : 1;
