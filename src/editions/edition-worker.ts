/** The thread that makes editions: essays come in, editions or the reason why there are none go out. */
import { parentPort } from 'node:worker_threads';
import type { EditionDocument, Editions } from './document.ts';
import { makeAll } from './make-all.ts';
import { MissingLetters } from './typst.ts';

/** Either the editions or what is in their way: a reason, and the letters that no font has. */
export type Outcome =
  | { readonly editions: Editions }
  | { readonly reason: string; readonly letters: readonly string[] };

parentPort?.on('message', async (document: EditionDocument) => {
  parentPort?.postMessage(await outcomeOf(document));
});

async function outcomeOf(document: EditionDocument): Promise<Outcome> {
  try {
    return { editions: await makeAll(document) };
  } catch (error) {
    const letters = error instanceof MissingLetters ? error.letters : [];
    return { reason: error instanceof Error ? error.message : String(error), letters };
  }
}
