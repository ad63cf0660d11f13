/** XML that means what stands in it: a document that defines entities of its own may grow without end, or read files. */
import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
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

/** Throws `ImportFailure` for what is no whole XML. */
export function parseXml(name: string, text: string, part?: string): Root {
  try {
    // Entities of its own are refused before; a type of document needs nobody to look it up.
    return fromXml(text.replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, ''));
  } catch (error) {
    const where = part === undefined ? 'it' : `its ${part}`;
    throw new ImportFailure(`“${name}” is damaged: ${where} is no whole XML (${reasonOf(error)}).`);
  }
}

/** What the parser says, and where. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.split('\n')[0]?.trim() ?? '';
}
