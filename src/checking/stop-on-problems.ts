import type { AstroIntegration } from 'astro';
import { printProblems, type ReportOptions } from '../problems/print-problems.ts';
import { textOf } from '../project.ts';
import { BuildStopped } from '../publishing/build-run.ts';
import type { Progress } from '../publishing/show-progress.ts';
import type { Session } from '../session.ts';
import { checkForBuild } from './check-project.ts';

export interface StopOptions {
  readonly report: ReportOptions;
  readonly progress: Progress;
  /** Whether the build makes them. */
  readonly editions: boolean;
}

/** Before a build, says everything that is wrong with the content, in one report; an error stops the build. */
export function stopOnProblems(
  session: Session,
  { report, progress, editions }: StopOptions,
): AstroIntegration {
  return {
    name: 'stop-on-problems',
    hooks: {
      'astro:build:start': async () => {
        const project = await session.project();
        const problems = await checkForBuild(project, { editions });
        progress.end();
        if (!printProblems(problems, (name) => textOf(project, name), report)) {
          throw new BuildStopped();
        }
      },
    },
  };
}
