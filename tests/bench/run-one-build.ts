/**
 * Builds the site in the current folder, as `plain` or `citing`, and prints what the whole process took, as
 * JSON, on its last line. Each variant loads only modules of its own, because they are part of its cost.
 */
import process from 'node:process';

const [variant] = process.argv.slice(2);
const isBuilt = await (variant === 'plain' ? buildPlain() : buildCiting());
console.log(
  JSON.stringify({
    // Counted from the start of the process.
    seconds: performance.now() / 1000,
  }),
);
process.exitCode = isBuilt ? 0 : 1;

async function buildPlain(): Promise<true> {
  const { build } = await import('astro');
  await build({ root: process.cwd(), logLevel: 'error' });
  return true;
}

async function buildCiting(): Promise<boolean> {
  const { configureSite } = await import('../../astro.config.ts');
  const { buildSite } = await import('../../src/publishing/build-site.ts');
  // Without the compressed copies and the editions, which plain Astro does not make.
  return buildSite(configureSite({ compressed: false, editions: false }));
}
