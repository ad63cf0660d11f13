/** `npm run check`: everything wrong with the content, at once, without a build. */

import { runCheck } from '../checking/run-check.ts';
import { readOptions } from './read-options.ts';

const { strict = false, format = 'text' } = readOptions({
  strict: { type: 'boolean' },
  format: { type: 'string' },
});
if (format !== 'text' && format !== 'json') {
  console.error(`There is no format “${format}”; there are text and json.`);
  process.exit(2);
}
const passed = await runCheck(process.cwd(), { strict, format });
if (passed && format === 'text') console.log('Nothing stands in the way of a build.');
process.exitCode = passed ? 0 : 1;
