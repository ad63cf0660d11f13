/** The thread that runs Pandoc on a file from elsewhere: it can be stopped, whatever the file makes of Pandoc. */
import { parentPort } from 'node:worker_threads';
import { convertFile, type PandocJob } from '../editions/pandoc.ts';

parentPort?.on('message', async (job: PandocJob) => {
  parentPort?.postMessage(await convertFile(job));
});
