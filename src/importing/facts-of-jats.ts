/** What the front of an article says of it (JATS 1.4, `article-meta`), of which Pandoc reads the first part. */
import type { Element, Root } from 'xast';
import type { Facts } from './document.ts';
import { elements, wordsIn } from './xast.ts';

export function factsOfJats(tree: Root): Partial<Facts> {
  const [meta] = elements(tree, 'article-meta');
  if (meta === undefined) return {};
  const contributors = elements(meta, 'contrib');
  const namesOf = (kind: string) =>
    contributors
      .filter(({ attributes }) => (attributes['contrib-type'] ?? 'author') === kind)
      .map(nameOf)
      .filter((name) => name !== '');
  const first = (name: string) => wordsIn(elements(meta, name)[0]) || undefined;
  const own = (name: string, attribute: string, value: string) =>
    elements(meta, name).find(({ attributes }) => attributes[attribute] === value);
  const teaser = wordsIn(own('abstract', 'abstract-type', 'teaser'));
  return {
    subtitle: first('subtitle'),
    authors: namesOf('author'),
    editors: namesOf('editor'),
    translators: namesOf('translator'),
    keywords: elements(meta, 'kwd').map(wordsIn),
    doi: wordsIn(own('article-id', 'pub-id-type', 'doi')) || undefined,
    license: elements(meta, 'license')[0]?.attributes['xlink:href'] ?? first('ali:license_ref'),
    ...(teaser !== '' && { description: teaser }),
  };
}

/** An organization stands in braces in front matter. */
function nameOf(contributor: Element): string {
  const part = (name: string) => wordsIn(elements(contributor, name)[0]);
  const [family, given, organization] = [part('surname'), part('given-names'), part('collab')];
  if (family !== '') return given === '' ? family : `${family}, ${given}`;
  return organization === '' ? part('string-name') : `{${organization}}`;
}
