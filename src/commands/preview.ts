/** `npm run preview`: `astro preview` of the site as last built, in a sentence. */
import { preview } from 'astro';
import { configureSite } from '../../astro.config.ts';
import { BuildStopped } from '../publishing/build-run.ts';
import { previewOptions } from './preview-options.ts';
import { readOptions } from './read-options.ts';

const { host, port, open } = readOptions(previewOptions);
try {
  const server = await preview({
    ...configureSite(),
    server: { ...(host && { host }), ...(port && { port: Number(port) }), ...(open && { open }) },
    configFile: false,
    logLevel: 'silent',
  });
  console.log(`Read it at http://${host ?? 'localhost'}:${server.port}/ (Ctrl-C stops it).`);
  await server.closed();
} catch (error) {
  if (!(error instanceof BuildStopped)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
