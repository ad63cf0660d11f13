/** `npm run check`: everything wrong with the content, at once, without a build. */
import { checkProject } from '../checking/check-project.ts';
import { printProblems } from '../problems/print-problems.ts';
import { assignSeverity } from '../problems/problem.ts';
import { openProject, textOf } from '../project.ts';
import { settings } from '../site.ts';
import { readOptions } from './read-options.ts';

const {
  strict = false,
  all = false,
  format = 'text',
} = readOptions({
  strict: { type: 'boolean' },
  /** Sources that no essay cites, each with what is wrong with it. */
  all: { type: 'boolean' },
  format: { type: 'string' },
});
if (format !== 'text' && format !== 'json') {
  console.error(`There is no format “${format}”; there are text and json.`);
  process.exit(2);
}
const project = await openProject(process.cwd(), settings);
const problems = await checkProject(project, { uncited: all ? 'shown' : 'counted' });
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
process.exitCode = passed ? 0 : 1;
