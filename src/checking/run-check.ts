import { printProblems, type ReportOptions } from '../problems/print-problems.ts';
import { checkSite } from './check-site.ts';

/** Checks all content of the project at `root` and prints every problem. True when nothing is an error. */
export async function runCheck(root: string, options: ReportOptions): Promise<boolean> {
  const { problems, sourceText } = await checkSite(root);
  return printProblems(problems, sourceText, options);
}
