import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import { BuildStopped } from './build-run.ts';
import { describeUnforeseen } from './describe-unforeseen.ts';

/** Says why a build of `root` (an absolute path) failed, unless that has been said, and what was published. */
export function reportFailure(error: unknown, root: string): void {
  if (error instanceof BuildStopped) {
    if (error.message !== '') console.error(error.message);
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  console.error(describeDiskFailure(error) ?? describeUnforeseen(message, root));
  console.error(new BuildStopped().message);
}
