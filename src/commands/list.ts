/** `npm run list`: every essay with its date, its size and what is wrong with it. */
import { settings } from '../site.ts';
import { readOptions } from './read-options.ts';

const { json = false } = readOptions({ json: { type: 'boolean' } });
// To load it takes a second, and one who only asks has an answer by now.
const { runList } = await import('./run-list.ts');
await runList({ root: process.cwd(), settings, format: json ? 'json' : 'text' });
