/** The thread that runs Pandoc on a file from elsewhere: it can be stopped, whatever the file makes of Pandoc. */
import { parentPort } from 'node:worker_threads';
import { convertFile } from '../editions/pandoc.ts';
import type { PandocJob } from './run-pandoc.ts';

parentPort?.on('message', async ({ options, files }: PandocJob) => {
  const blobs = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? content : new Blob([content]),
    ]),
  );
  parentPort?.postMessage(await convertFile(options, blobs));
});
