import type { AstroIntegration } from 'astro';
import { printProblems, type ReportOptions } from '../problems/print-problems.ts';
import { textOf } from '../project.ts';
import { BuildStopped } from '../publishing/build-run.ts';
import type { Progress } from '../publishing/show-progress.ts';
import type { Session } from '../session.ts';
import { checkForBuild } from './check-project.ts';

/** Before a build, says everything that is wrong with the content, in one report; an error stops the build. */
export function stopOnProblems(
  session: Session,
  { report, progress }: { readonly report: ReportOptions; readonly progress: Progress },
): AstroIntegration {
  return {
    name: 'stop-on-problems',
    hooks: {
      'astro:build:start': async () => {
        const project = await session.project();
        const problems = await checkForBuild(project);
        progress.end();
        if (!printProblems(problems, (name) => textOf(project, name), report)) {
          throw new BuildStopped();
        }
      },
    },
  };
}
