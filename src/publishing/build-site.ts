import { type AstroInlineConfig, build } from 'astro';
import { endBuild } from './build-run.ts';
import { reportFailure } from './report-failure.ts';
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
    reportFailure(error, String(config.root));
    return false;
  } finally {
    // One that failed has had no hook to end in.
    endBuild(String(config.root));
  }
}
