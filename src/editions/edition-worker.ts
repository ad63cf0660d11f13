/** The thread that makes editions: essays come in, editions or the reason why there are none go out. */
import { parentPort } from 'node:worker_threads';
import type { EditionDocument, Editions } from './document.ts';
import { makeAll } from './make-all.ts';
import { MissingLetters } from './typst.ts';
import { UnreadFormulas } from './unread-formulas.ts';

/** Either the editions or what is in their way: a reason, letters that no font has, formulas that cannot be read. */
export type Outcome =
  | { readonly editions: Editions }
  | {
      readonly reason: string;
      readonly letters: readonly string[];
      readonly formulas: readonly string[];
    };

parentPort?.on('message', async (document: EditionDocument) => {
  parentPort?.postMessage(await outcomeOf(document));
});

async function outcomeOf(document: EditionDocument): Promise<Outcome> {
  try {
    return { editions: await makeAll(document) };
  } catch (error) {
    const letters = error instanceof MissingLetters ? error.letters : [];
    const formulas = error instanceof UnreadFormulas ? error.formulas : [];
    return { reason: error instanceof Error ? error.message : String(error), letters, formulas };
  }
}
