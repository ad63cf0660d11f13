/** A file of any format that is taken in, as the documents in it. */
import type { ReadDocument, Remark } from './document.ts';
import { recognizeFile } from './file-kind.ts';
import { readEpub } from './read-epub.ts';
import { readHtml } from './read-html.ts';
import { readJats } from './read-jats.ts';
import { readLatex } from './read-latex.ts';
import { readMarkdown } from './read-markdown.ts';
import { readOdt } from './read-odt.ts';
import { readPlainText } from './read-plain-text.ts';
import { readWord } from './read-word.ts';
import { readWordpress } from './read-wordpress.ts';
import { withoutParts } from './take-parts.ts';
import type { Beside } from './with-bibliographies.ts';

export interface ReadFile {
  readonly documents: readonly (ReadDocument & { readonly address?: string | undefined })[];
  /** Of the file as a whole. */
  readonly remarks: readonly Remark[];
}

/** Throws `ImportFailure` for a file that cannot be taken in. */
export async function readFileOf(
  name: string,
  bytes: Uint8Array,
  beside: Beside,
): Promise<ReadFile> {
  const file = recognizeFile(name, bytes);
  const alone = (
    document: ReadFile['documents'][number],
    names?: Parameters<typeof withoutParts>[1],
  ) => ({
    documents: [withoutParts(document, names)],
    remarks: [],
  });
  switch (file.kind) {
    case 'docx':
      return alone(await readWord(file), 'printed');
    case 'odt':
      return alone(await readOdt(file));
    case 'epub':
      return alone(readEpub(file), 'printed');
    case 'html':
      return alone(readHtml(name, file.text));
    case 'wxr': {
      const { posts, remarks } = readWordpress(name, file.text);
      return { documents: posts, remarks };
    }
    case 'jats':
      return alone(await readJats(name, file.text));
    case 'markdown':
      return alone(await readMarkdown(name, file.text, beside));
    case 'latex':
      return alone(await readLatex(name, file.text, beside));
    case 'text':
      return alone(readPlainText(name, file.text));
  }
}
