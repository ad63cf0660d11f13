/** What a build begins with, without Astro, which takes a second to come so far. */
import type { AstroUserConfig } from 'astro';
import { BuildStopped } from '../../src/publishing/build-run.ts';

/** False when a build ends there. That `astro build` ends there, too, is in commands/astro-build.test.ts. */
export async function checkAsBuild({ integrations = [] }: AstroUserConfig): Promise<boolean> {
  const stopper = integrations
    .flat()
    .filter((each) => typeof each === 'object' && each !== null)
    .find(({ name }) => name === 'stop-on-problems');
  const begin = stopper?.hooks['astro:build:start'];
  if (begin === undefined) throw new Error('Nothing checks the content before a build.');
  try {
    // It needs nothing that Astro hands it.
    await (begin as () => Promise<void>)();
    return true;
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error;
    console.error(error.message);
    return false;
  }
}
