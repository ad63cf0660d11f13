import { Worker } from 'node:worker_threads';
import type { ConvertedFile } from '../editions/pandoc.ts';
import { ImportFailure } from './failure.ts';

export interface PandocJob {
  /** Options of a defaults file; the file that is read is `in`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
}

export interface RunningPandoc {
  run(job: PandocJob): Promise<ConvertedFile>;
  close(): Promise<void>;
}

/** A book of a thousand pages takes a quarter of it. */
const longest = 120_000;

/** Pandoc in a thread of its own, which can be stopped. `name` is the file as its author knows it. */
export function openPandoc(name: string): RunningPandoc {
  const worker = new Worker(new URL('./pandoc-worker.ts', import.meta.url));
  return {
    run: (job) =>
      new Promise<ConvertedFile>((resolve, reject) => {
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
        const answer = (result: ConvertedFile) => settle(() => resolve(result));
        const fail = (error: unknown) => settle(() => reject(failureOf(name, error)));
        worker.on('message', answer).on('error', fail);
        worker.postMessage(job);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function failureOf(name: string, error: unknown): ImportFailure {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return new ImportFailure(`“${name}” cannot be read: ${reason.replace(/\.$/, '')}.`);
}
