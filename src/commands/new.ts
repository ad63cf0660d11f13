/**
 * `npm run new -- "Title of the essay" --date 2026-11`: makes the file of a new essay, and says what to do next; or takes
 * the sample out of a new site.
 */
import { settings } from '../site.ts';
import { keptByNpm, readArguments } from './read-options.ts';

const root = process.cwd();
const now = new Date();
const options = {
  date: { type: 'string' },
  lang: { type: 'string' },
  author: { type: 'string', multiple: true },
  name: { type: 'string' },
  folder: { type: 'boolean' },
  'empty-site': { type: 'boolean' },
} as const;
const { values, positionals } = readArguments(options);
const title = positionals.join(' ');
// To load them takes a second, and one who only asks has an answer by now.
const [{ openProject }, { emptySite }, { runNew }] = await Promise.all([
  import('../project.ts'),
  import('./empty-site.ts'),
  import('./run-new.ts'),
]);
const passed = values['empty-site']
  ? await emptySite(await openProject(root, settings), title || 'Essays')
  : await runNew({
      root,
      settings,
      said: {
        title,
        date: values.date ?? `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`,
        lang: values.lang,
        authors: values.author ?? [],
        name: values.name,
        place: values.folder ? 'folder' : 'file',
      },
      misplaced: keptByNpm(options, process.env),
    });
process.exitCode = passed ? 0 : 1;
