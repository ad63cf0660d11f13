/** What `npm run check` finds in the content of a fixture, without a process for it. */
import { checkProject } from '../../src/checking/check-project.ts';
import { printProblems, type ReportOptions } from '../../src/problems/print-problems.ts';
import { openProject, textOf } from '../../src/project.ts';
import { planSite, siteRoot } from './fixture-sites.ts';

export interface CheckResult {
  readonly passed: boolean;
  readonly output: string;
}

/** Of the fixture of this name, as it was built; or of `root`, if it lies there. */
export async function checkSite(
  name: string,
  options: Partial<Pick<ReportOptions, 'strict' | 'format'>> = {},
  root = siteRoot(name),
): Promise<CheckResult> {
  const { settings, editions } = planSite(name);
  const project = await openProject(root, settings);
  const problems = await checkProject(project, { editions });
  const { severities } = settings;
  const report = { severities, strict: false, format: 'text', ...options } as const;
  return listen(() => printProblems(problems, (file) => textOf(project, file), report));
}

/** What is printed while `work` is done. */
export async function listen(work: () => boolean | Promise<boolean>): Promise<CheckResult> {
  const { log, error } = console;
  let output = '';
  console.log = console.error = (text: unknown) => {
    output += `${text}\n`;
  };
  try {
    return { passed: await work(), output };
  } finally {
    console.log = log;
    console.error = error;
  }
}
