/**
 * `npm run new -- "Title of the essay" --date 2026-11`: makes the file of a new essay, and says what to do next; or takes
 * the sample out of a new site.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeKey } from '../citations/citation.ts';
import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import { essaysFolder, inEssaysFolder } from '../essay/essay-file.ts';
import { planEssay } from '../essay/new-essay.ts';
import { takenPages } from '../permalinks/withdrawn.ts';
import { openProject } from '../project.ts';
import { settings } from '../site.ts';
import { emptySite } from './empty-site.ts';
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
const project = await openProject(root, settings);
const { essays, drafts, files, library, register } = project;
if (values['empty-site']) {
  const isDone = await emptySite(project, positionals.join(' ') || 'Essays');
  process.exit(isDone ? 0 : 1);
}
const [key] = library.bibliography.sources.keys();
const essay = planEssay(
  {
    title: positionals.join(' '),
    date: values.date ?? `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`,
    lang: values.lang,
    authors: values.author ?? [],
    name: values.name,
    place: values.folder ? 'folder' : 'file',
  },
  {
    essays: [...essays, ...drafts],
    files: files.filter((name) => name.startsWith(`${essaysFolder}/`)).map(inEssaysFolder),
    retired: takenPages(register.permalinks.retired),
    key,
    siteLang: settings.site.lang,
  },
);
const misplaced = keptByNpm(options, process.env).map(
  (name) =>
    `npm keeps “--${name}” for itself: write -- before the title, npm run new -- "Title" --${name} …`,
);
process.exitCode = (misplaced.length > 0 ? refuse(misplaced) : await make(essay)) ? 0 : 1;

async function make(planned: ReturnType<typeof planEssay>): Promise<boolean> {
  if ('faults' in planned) return refuse(planned.faults);
  const path = join(essaysFolder, planned.file);
  try {
    await mkdir(join(root, dirname(path)), { recursive: true });
    // Never over a file that is there.
    await writeFile(join(root, path), planned.text, { flag: 'wx' });
  } catch (error) {
    return refuse([describeDiskFailure(error) ?? `${path} cannot be made: ${error}`]);
  }
  const typed = writeKey(key ?? 'kim2019');
  console.log(
    [
      `${path} is made; its address is /${planned.address}.`,
      '',
      'Write in it. It is a draft until you delete its line “draft: true”.',
      'npm run dev     shows it while you write',
      `npm run cite    adds sources; cite one with [${typed}] or [${typed}, p. 12]`,
      'npm run check   says what is wrong',
    ].join('\n'),
  );
  return true;
}

function refuse(faults: readonly string[]): false {
  for (const fault of faults) console.error(fault);
  console.error('\nNothing was made.');
  return false;
}
