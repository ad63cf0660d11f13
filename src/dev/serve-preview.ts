import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { inBuildFolder } from '../building/in-build-folder.ts';

/** Serves `dist` on a free port, prints the address, and stops when it is asked to. */
export async function servePreview(root: string): Promise<void> {
  // A build that was killed may have left the last site under another name.
  if (!existsSync(join(root, 'dist'))) {
    await inBuildFolder(root, async () => true);
  }
  if (!existsSync(join(root, 'dist/index.html'))) {
    console.error('There is no site in dist/ yet: npm run build makes it.');
    process.exitCode = 1;
    return;
  }
  const server = await preview({ root, outDir: 'dist', logLevel: 'silent' });
  console.log(`Read it at http://localhost:${server.port}/ (Ctrl-C stops it).`);
  const stop = async () => {
    await server.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await server.closed();
}
