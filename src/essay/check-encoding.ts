/** An essay whose file is in another encoding than UTF-8, so that some of its letters cannot be read. */
import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import type { EssayFile } from './read-essay-file.ts';

/** What stands for bytes that are no UTF-8 (WHATWG Encoding, 4.1). */
const unreadable = '\ufffd';

export function checkEncoding({ name, text }: EssayFile): Problem[] {
  const start = text.indexOf(unreadable);
  if (start < 0) return [];
  const line = text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] ?? '';
  return [
    {
      rule: 'essay-is-utf-8',
      file: name,
      place: placeAt(text, start),
      length: 1,
      message: `The file is not in UTF-8: of “${line.trim().slice(0, 60)}” some letters cannot be read.`,
    },
  ];
}
