/** `npm run preview`: `astro preview` of the site as last built, in a sentence. */
import { preview } from 'astro';
import { configureSite } from '../../astro.config.ts';
import { BuildStopped } from '../publishing/build-run.ts';

try {
  const server = await preview({ ...configureSite(), configFile: false, logLevel: 'silent' });
  console.log(`Read it at http://localhost:${server.port}/ (Ctrl-C stops it).`);
  await server.closed();
} catch (error) {
  if (!(error instanceof BuildStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
