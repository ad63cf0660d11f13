/** XML that means what stands in it: a document that defines entities of its own may grow without end, or read files. */
import { ImportFailure } from './failure.ts';

/** Throws `ImportFailure` for such a document. `part` is the file of the archive that it is in. */
export function checkXml(name: string, text: string, part?: string): void {
  const typed = /<!ENTITY\s+(%\s+)?[^\s>]+/i.exec(text)?.[0];
  if (typed === undefined) return;
  const where = part === undefined ? '' : ` in ${part}`;
  throw new ImportFailure(
    `“${name}” is refused: it defines entities of its own (“${typed.slice(0, 40)}”${where}), which no document needs and which can be made to fill a computer.`,
  );
}
