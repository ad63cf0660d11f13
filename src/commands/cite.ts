/**
 * `npm run cite -- sources.ris`, or pasted text, a DOI, an address, or `-` for what is piped in: adds sources to the
 * bibliography.
 */
import { resolve } from 'node:path';
import { settings } from '../site.ts';
import { readArguments } from './read-options.ts';
import { runCite } from './run-cite.ts';

const {
  values: { key, 'keep-keys': keeps = false, to },
  positionals,
} = readArguments({
  key: { type: 'string' },
  'keep-keys': { type: 'boolean' },
  to: { type: 'string' },
});
const passed = await runCite({
  root: process.cwd(),
  // npm runs scripts at the top of the project; paths are from where the author is.
  folder: resolve(process.env['INIT_CWD'] ?? '.'),
  given: positionals,
  settings,
  to,
  key,
  keeps: keeps ? 'keys' : 'nothing',
});
process.exitCode = passed ? 0 : 1;
