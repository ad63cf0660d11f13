/** Where the fields of front matter stand in their file. */
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import { placesIn } from '../problems/place.ts';
import type { Place } from '../problems/problem.ts';
import { fieldNames } from './front-matter.ts';
import type { ReadFrontMatter } from './read-front-matter.ts';

/** Of the field at the end of `path`: `['picture', 'image']`. */
export type PlaceOfPath = (path: readonly PropertyKey[]) => Place;

type Read = Pick<ReadFrontMatter, 'yaml' | 'document'>;

export function placesOfFields({ yaml, document }: Read): PlaceOfPath {
  // The opening dashes are line 1; what is parsed begins on line 2.
  const placeOf = placesIn(`\n${yaml}`);
  return (path) => placeOf(offsetOf(document, path));
}

/** Where the value of a field begins; of a field that is not one of ours, where its name does. */
function offsetOf(document: Read['document'], path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 1;
  for (const [index, segment] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === segment);
      if (pair === undefined) return offset;
      const isUnknown = index === path.length - 1 && !fieldNames.includes(String(segment));
      node = isUnknown || pair.value === null ? pair.key : pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
    }
    if (isNode(node) && node.range) offset = node.range[0];
  }
  return offset;
}
