/** `npm run import -- paper.docx`: makes essays of a document from elsewhere, and says what came over and what did not. */
import { resolve } from 'node:path';
import { settings } from '../site.ts';
import { keptByNpm, readArguments } from './read-options.ts';
import { runImport } from './run-import.ts';

const options = {
  title: { type: 'string' },
  date: { type: 'string' },
  author: { type: 'string', multiple: true },
  lang: { type: 'string' },
  name: { type: 'string' },
  to: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'fetch-images': { type: 'boolean' },
  format: { type: 'string' },
} as const;
const { values, positionals } = readArguments(options);
const { 'dry-run': isDry = false, 'fetch-images': fetchesImages = false, format = 'text' } = values;
const misplaced = keptByNpm(options, process.env);
if (misplaced.length > 0) {
  // A trial that writes would be none.
  for (const name of misplaced)
    console.error(
      `npm keeps “--${name}” for itself: write -- before the file, npm run import -- FILE --${name} …`,
    );
  process.exit(2);
}
if (format !== 'text' && format !== 'json') {
  console.error(
    `“${format}” is no format of a report. It is --format json, or text when it is left out.`,
  );
  process.exit(2);
}
const now = new Date();
const passed = await runImport({
  root: process.cwd(),
  // npm runs scripts at the top of the project; paths are from where the author is.
  folder: resolve(process.env['INIT_CWD'] ?? '.'),
  given: positionals,
  settings,
  to: values.to,
  said: {
    title: values.title,
    date: values.date,
    lang: values.lang,
    authors: values.author ?? [],
    name: values.name,
    today: `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`,
  },
  writes: isDry ? 'nothing' : 'files',
  pictures: fetchesImages ? 'fetched' : 'local',
  format,
});
process.exitCode = passed ? 0 : 1;
