import { library } from '../library.ts';
import { checkAllButBodies, checkBodies, readContent, textOf } from './check-content.ts';
import { printProblems, type ReportOptions } from './print-problems.ts';

/** Checks all content of the project at `root` and prints every problem. True when nothing is an error. */
export async function runCheck(root: string, options: ReportOptions): Promise<boolean> {
  const content = await readContent(root, library);
  const problems = [...(await checkAllButBodies(content)), ...(await checkBodies(content))];
  return printProblems(problems, (name) => textOf(content, name), options);
}
