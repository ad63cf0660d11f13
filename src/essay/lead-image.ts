import { posix } from 'node:path';
import type { Place } from '../problems/problem.ts';
import type { Essay } from './essay.ts';
import { placesOfFields } from './field-places.ts';
import type { EssayFile } from './read-essay-file.ts';

/** The file of the picture above the text, from the top of the project; `undefined` without one. */
export function leadImageFile({ picture, file }: Pick<Essay, 'picture' | 'file'>) {
  return picture?.image === undefined ? undefined : posix.join(posix.dirname(file), picture.image);
}

/** The same, with the words that name it. */
export function leadImage({ name, frontMatter, essay }: EssayFile) {
  const url = essay?.picture?.image;
  const file = essay && leadImageFile({ ...essay, file: name });
  if (url === undefined || file === undefined) return undefined;
  const place: Place = placesOfFields(frontMatter)(['picture', 'image']);
  return { file, url, place, length: url.length };
}
