/**
 * `npm run permalinks`: records every page and anchor that is new, and makes what is gone lead to what took its
 * place: to the likely successor, or as told by `-- '2019/09/essay/#fn-old=fn-new'` or `-- old/address/=new/address/`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inBuildFolder } from '../building/in-build-folder.ts';
import { makePages } from '../building/make-pages.ts';
import { planAfresh } from '../building/plan-build.ts';
import { readContent } from '../checking/check-content.ts';
import { library } from '../library.ts';
import { permalinksFile, writePermalinks } from '../permalinks/permalinks.ts';
import { planUpdate } from '../permalinks/plan-update.ts';
import { publishedAnchors } from '../permalinks/published-anchors.ts';
import { readRegister } from '../permalinks/read-register.ts';
import { printProblems } from '../problems/print-problems.ts';
import { readArguments } from './read-options.ts';

const root = process.cwd();
const options = { strict: false, format: 'text', mostWarnings: 5 } as const;
const redirects = readArguments({}).positionals;
process.exitCode = (await inBuildFolder(root, recordPermalinks)) ? 0 : 1;

async function recordPermalinks(folder: string): Promise<boolean> {
  const register = await readRegister(root);
  if ('problem' in register) return printProblems([register.problem], () => undefined, options);
  const content = await readContent(root, library);
  const built = await makePages(root, folder, content, await planAfresh(root, content), options);
  if (built === undefined) return false;
  const { bibliography } = await library.load();
  const essays = built.made.map(({ essay: { path }, record: { notes } }) => ({ path, notes }));
  const published = publishedAnchors(built.pages, essays, bibliography);
  const plan = planUpdate(register.permalinks, published, redirects);
  if ('refused' in plan) {
    for (const sentence of plan.refused) console.error(sentence);
    return false;
  }
  await writeFile(join(root, permalinksFile), writePermalinks(plan.permalinks));
  for (const sentence of plan.done) console.log(sentence);
  for (const sentence of plan.questions) console.error(sentence);
  return plan.questions.length === 0;
}
