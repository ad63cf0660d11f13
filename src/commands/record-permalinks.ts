import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Permalinks, permalinksFile, writePermalinks } from '../permalinks/permalinks.ts';
import { planUpdate } from '../permalinks/plan-update.ts';
import { printProblems } from '../problems/print-problems.ts';
import type { Project } from '../project.ts';

/**
 * Writes to the register what is published, and where everything leads that is not any more. False when something is
 * wrong with `redirects`, and then nothing is written, or a place is still to be named.
 */
export async function recordPermalinks(
  published: Permalinks,
  { root, register, settings }: Pick<Project, 'root' | 'register' | 'settings'>,
  redirects: readonly string[],
): Promise<boolean> {
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
