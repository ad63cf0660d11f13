/** Makes the file of a new essay and says what to do next; or says all that stands in the way. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeKey } from '../citations/citation.ts';
import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import { essaysFolder, inEssaysFolder } from '../essay/essay-file.ts';
import { type NewEssayFields, planEssay } from '../essay/new-essay.ts';
import { takenPages } from '../permalinks/withdrawn.ts';
import { openProject } from '../project.ts';
import type { SiteSettings } from '../site.ts';

export interface NewOptions {
  /** Absolute path of the project. */
  readonly root: string;
  readonly settings: SiteSettings;
  readonly said: NewEssayFields;
  /** Options that npm took for its own, as they stood before its two dashes. */
  readonly misplaced: readonly string[];
}

/** True when the essay is made. */
export async function runNew({ root, settings, said, misplaced }: NewOptions): Promise<boolean> {
  if (misplaced.length > 0)
    return refuse(
      misplaced.map(
        (name) =>
          `npm keeps “--${name}” for itself: write -- before the title, npm run new -- "Title" --${name} …`,
      ),
    );
  const { essays, drafts, files, library, register } = await openProject(root, settings);
  const [key] = library.bibliography.sources.keys();
  const planned = planEssay(said, {
    essays: [...essays, ...drafts],
    files: files.filter((name) => name.startsWith(`${essaysFolder}/`)).map(inEssaysFolder),
    retired: takenPages(register.permalinks.retired),
    key,
    siteLang: settings.site.lang,
  });
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
