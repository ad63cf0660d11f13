/** EPUB and DOCX are ZIP archives that Pandoc dates now; here they get the same bytes every time. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** What a file of the archive becomes; nothing when it stays as it is. */
export type ArchiveEdit = (name: string, text: () => string) => string | undefined;

/** Changes the text of the files whose name matches. */
export function edit(names: RegExp, change: (text: string) => string): ArchiveEdit {
  return (name, text) => (names.test(name) ? change(text()) : undefined);
}

/**
 * Packs the archive again with the edits made, in the same order, every file of the earliest date ZIP knows. `added` are
 * further files, as text by name.
 */
export function makeZipReproducible(
  archive: Uint8Array,
  edits: readonly ArchiveEdit[],
  added: Readonly<Record<string, string>> = {},
): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const packed: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    const content = edits.reduce((now, change) => {
      const text = change(name, () => strFromU8(now));
      return text === undefined ? now : strToU8(text);
    }, bytes);
    // EPUB's first file says what the rest is, and is not compressed (OCF 3.3, 4.3).
    packed[name] = [content, { mtime, level: name === 'mimetype' ? 0 : 9 }];
  }
  for (const [name, text] of Object.entries(added))
    packed[name] = [strToU8(text), { mtime, level: 9 }];
  return zipSync(packed);
}
