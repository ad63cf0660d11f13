/** Threads that make editions. Each loads Pandoc, 60 megabytes of code, so there are few, and none unasked. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EditionDocument } from './document.ts';
import type { Outcome } from './edition-worker.ts';

export interface EditionMaker {
  /** One essay at a time. */
  make(document: EditionDocument): Promise<Outcome>;
  finish(): Promise<void>;
}

/** How many essays are worked on at a time: a third of a gigabyte each. */
export const makerCount = Math.min(4, availableParallelism());

export function startMaker(): EditionMaker {
  let worker: Worker | undefined;
  return {
    make(document) {
      worker ??= new Worker(new URL('./edition-worker.ts', import.meta.url)).once('exit', () => {
        worker = undefined;
      });
      return ask(worker, document);
    },
    async finish() {
      await worker?.terminate();
    },
  };
}

/** A thread that cannot begin, for want of a tool, or that ends, says why in the same form. */
function ask(worker: Worker, document: EditionDocument): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onError = ({ message }: Error) => settle(failure(message));
    const onExit = () => settle(failure('Its thread has ended.'));
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    worker.postMessage(document);
  });
}

function failure(reason: string): Outcome {
  return { reason, letters: [], formulas: [] };
}
