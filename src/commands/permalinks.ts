/**
 * `npm run permalinks`: records every page and anchor that is new, and makes what is gone lead to what took its
 * place: to the likely successor, or as told by `-- '2019/09/essay/#fn-old=fn-new'` or `-- old/address/=new/address/`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configureSite } from '../../astro.config.ts';
import { type Permalinks, permalinksFile, writePermalinks } from '../permalinks/permalinks.ts';
import { planUpdate } from '../permalinks/plan-update.ts';
import { printProblems } from '../problems/print-problems.ts';
import type { Project } from '../project.ts';
import { buildSite } from '../publishing/build-site.ts';
import { readArguments } from './read-options.ts';

const redirects = readArguments({}).positionals;
const isRecorded = await buildSite(
  configureSite({ root: process.cwd(), editions: false, compressed: false, divert: record }),
);
process.exitCode = isRecorded ? 0 : 1;

async function record(published: Permalinks, { root, register, settings }: Project) {
  if (register.problem !== undefined) {
    const { severities } = settings;
    const report = { severities, strict: false, format: 'text' } as const;
    return printProblems([register.problem], () => register.text, report);
  }
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
