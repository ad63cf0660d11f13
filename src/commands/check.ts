/** `npm run check`: everything wrong with the content, at once, without a build. */
import { settings } from '../site.ts';
import { readOptions } from './read-options.ts';

const {
  strict = false,
  all = false,
  format = 'text',
} = readOptions({
  strict: { type: 'boolean' },
  /** Sources that no essay cites, each with what is wrong with it. */
  all: { type: 'boolean' },
  format: { type: 'string' },
});
if (format !== 'text' && format !== 'json') {
  console.error(`There is no format “${format}”; there are text and json.`);
  process.exit(2);
}
// To load it takes a second, and one who only asks has an answer by now.
const { runCheck } = await import('./run-check.ts');
const uncited = all ? 'shown' : 'counted';
const passed = await runCheck({ root: process.cwd(), settings, strict, uncited, format });
process.exitCode = passed ? 0 : 1;
