/** The thread that formats citations ahead of need: jobs come in, formatted citations go out, in order. */
import { parentPort } from 'node:worker_threads';
import { type FormattingJob, formatCitations } from './format-citations.ts';

let last = Promise.resolve();

parentPort?.on('message', (job: FormattingJob) => {
  last = last.then(async () => parentPort?.postMessage(await formatCitations(job)));
});
