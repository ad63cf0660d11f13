import { type AstroInlineConfig, build } from 'astro';
import { describeDiskFailure } from '../disk/describe-disk-failure.ts';
import { BuildStopped, endBuild } from './build-run.ts';
import { describeUnforeseen } from './describe-unforeseen.ts';
import { noProgress } from './show-progress.ts';

/** Has Astro build a site. What is wrong is said; true when the site was built. */
export async function buildSite(
  config: AstroInlineConfig,
  progress = noProgress,
): Promise<boolean> {
  try {
    // Astro's own log names internals; what matters to an author is in the report.
    await build({ ...config, configFile: false, logLevel: 'silent' });
    return true;
  } catch (error) {
    progress.end();
    if (error instanceof BuildStopped) {
      if (error.message !== '') console.error(error.message);
      return false;
    }
    const message = error instanceof Error ? error.message : String(error);
    console.error(describeDiskFailure(error) ?? describeUnforeseen(message, String(config.root)));
    console.error(new BuildStopped().message);
    return false;
  } finally {
    // One that failed has had no hook to end in.
    endBuild(String(config.root));
  }
}
