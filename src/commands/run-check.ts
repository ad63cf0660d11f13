/** Says everything that is wrong with the content, or that nothing is. */
import { checkProject } from '../checking/check-project.ts';
import { printProblems } from '../problems/print-problems.ts';
import { assignSeverity } from '../problems/problem.ts';
import { openProject, textOf } from '../project.ts';
import type { SiteSettings } from '../site.ts';

export interface CheckOptions {
  /** Absolute path of the project. */
  readonly root: string;
  readonly settings: SiteSettings;
  /** Whether warnings count as errors. */
  readonly strict: boolean;
  /** Whether sources that no essay cites are shown, each with what is wrong with it, or counted. */
  readonly uncited: 'shown' | 'counted';
  readonly format: 'text' | 'json';
}

/** True when nothing is an error. */
export async function runCheck(options: CheckOptions): Promise<boolean> {
  const { root, settings, strict, uncited, format } = options;
  const project = await openProject(root, settings);
  const problems = await checkProject(project, { uncited });
  const { severities } = settings;
  const shown = assignSeverity(problems, { severities, strict });
  const passed = printProblems(problems, (name) => textOf(project, name), {
    severities,
    strict,
    format,
  });
  if (shown.length === 0 && format === 'text') {
    console.log('Nothing is wrong with the content. Where its links lead, npm run build looks at.');
  }
  return passed;
}
