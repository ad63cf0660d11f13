import { Worker } from 'node:worker_threads';
import type { ConvertedFile, PandocJob } from '../editions/pandoc.ts';
import { ImportFailure } from './failure.ts';

export interface RunningPandoc {
  run(job: PandocJob): Promise<ConvertedFile>;
  close(): Promise<void>;
}

/** A book of a thousand pages takes a quarter of it. */
const longest = 120_000;

/** A thread that has done all its work. The next file gets it: to load Pandoc takes longer than to read most files. */
let idle: Worker | undefined;

/** Pandoc in a thread of its own, which can be stopped. `name` is the file as its author knows it. */
export function openPandoc(name: string): RunningPandoc {
  const worker = idle ?? new Worker(new URL('./pandoc-worker.ts', import.meta.url));
  idle = undefined;
  worker.ref();
  let isAtWork = false;
  return {
    run: (job) =>
      new Promise<ConvertedFile>((resolve, reject) => {
        isAtWork = true;
        const timer = setTimeout(() => {
          const minutes = longest / 60_000;
          reject(
            new ImportFailure(
              `“${name}” is refused: it keeps Pandoc busy for more than ${minutes} minutes.`,
            ),
          );
        }, longest);
        const settle = (act: () => void) => {
          clearTimeout(timer);
          worker.off('message', answer).off('error', fail);
          act();
        };
        const answer = (result: ConvertedFile) => {
          isAtWork = false;
          settle(() => resolve(result));
        };
        const fail = (error: unknown) => settle(() => reject(failureOf(name, error)));
        worker.on('message', answer).on('error', fail);
        worker.postMessage(job);
      }),
    close: async () => {
      if (isAtWork || idle !== undefined) {
        await worker.terminate();
        return;
      }
      // It keeps no process from its end.
      worker.unref();
      idle = worker;
    },
  };
}

function failureOf(name: string, error: unknown): ImportFailure {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return new ImportFailure(`“${name}” cannot be read: ${reason.replace(/\.$/, '')}.`);
}
