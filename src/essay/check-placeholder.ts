/** An essay that is published with the words that `npm run new` gave it. */
import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import { placeholder } from './essay-template.ts';
import type { EssayFile } from './read-essay-file.ts';

export function checkPlaceholder({ name, body }: EssayFile): Problem[] {
  const start = body.indexOf(placeholder);
  if (start < 0) return [];
  return [
    {
      rule: 'placeholder-is-replaced',
      file: name,
      place: placeAt(body, start),
      length: placeholder.length,
      message: `“${placeholder}” is what a new file begins with.`,
    },
  ];
}
