/** References as they are printed, one a line: what each of them can be looked up by. */
import { findIsbn } from './isbn.ts';
import { type LookUp, readLookUp } from './look-up-source.ts';

export interface PlainReference {
  /** The line as it was typed. */
  readonly words: string;
  /** `undefined` when it has no DOI, address or ISBN in it. */
  readonly lookUp: LookUp | undefined;
}

export function readPlainReferences(text: string): PlainReference[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((words) => {
      const found = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+|https?:\/\/[^\s"<>]+/i.exec(words)?.[0];
      // What ends a sentence is no part of an address, as a rule.
      const typed = found?.replace(/[.,;:)\]]+$/, '') ?? findIsbn(words);
      return { words, lookUp: typed === undefined ? undefined : readLookUp(typed) };
    });
}
