/** What Pandoc read, with the bibliographies that the document names. */
import { climbs } from './check-archive.ts';
import type { ReadDocument, Remark } from './document.ts';
import { factsOf } from './facts-of-pandoc.ts';
import { metaValues } from './pandoc-text.ts';
import type { PandocReading } from './read-by-pandoc.ts';

/** A file beside the document, by its path from there; `undefined` when there is none. */
export type Beside = (path: string) => Promise<Uint8Array | undefined>;

/** `named` are bibliographies beside the document. */
export async function withBibliographies(
  name: string,
  read: PandocReading,
  named: readonly string[],
  beside: Beside,
): Promise<ReadDocument> {
  const { facts, remarks, top } = factsOf(read);
  const lost: Remark[] = [];
  const references: ReadDocument['references'][number][] =
    read.references === '' ? [] : [{ name, text: read.references, isFile: false }];
  for (const path of new Set(named)) {
    const bytes = climbs(path) ? undefined : await beside(path);
    if (bytes !== undefined)
      references.push({ name: path, text: new TextDecoder().decode(bytes), isFile: true });
    else
      lost.push(
        climbs(path)
          ? {
              kind: 'refused',
              message: `The bibliography “${path}” is not read: its path leads out of the folder. Name it on the command line.`,
            }
          : {
              kind: 'not-understood',
              message: `There is no bibliography “${path}” beside the document. Name it on the command line.`,
            },
      );
  }
  read.body.children.unshift(...top);
  return {
    source: name,
    body: read.body,
    facts,
    files: new Map(Object.entries(read.media)),
    references,
    remarks: [...remarks, ...lost, ...read.remarks],
    words: read.words,
    leftOut: metaValues(read.meta['date']),
  };
}
