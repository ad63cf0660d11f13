import { dirname, posix } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { rawCitation } from '../citations/citation.ts';
import type { Problem } from '../problems/problem.ts';
import { type PictureUse, report } from './file-data.ts';
import { lengthOf, type RawEssay, type RawPicture, rawEssay, startOf } from './raw-essay.ts';

/** Whether there is a file; `path` is from the top of the project. */
type FileExists = (path: string) => boolean;

/**
 * Reports every image of one essay that is not there, or says nothing to whoever does not see it (WCAG 1.1.1), or
 * holds a note where none can be. Notes the others as `file.data.pictures`. Images of other sites are left alone.
 */
export const remarkCheckImages: Plugin<[FileExists], Root> = (exists) => (tree, file) => {
  const essay = rawEssay(tree, file);
  const { pictures } = essay;
  const folder = dirname(file.data.name ?? '');
  const uses: PictureUse[] = [];
  for (const picture of pictures) {
    report(file, [...checkDescription(picture, essay), ...checkTitle(picture, essay)]);
    const { url, node, addressNode } = picture;
    if (/^(?:[a-z]+:|\/)/i.test(url)) continue;
    const path = decode(url);
    const name = path === undefined ? undefined : posix.join(folder, path);
    if (name !== undefined && exists(name)) {
      const place = essay.placeOf(startOf(node));
      uses.push({ file: name, url, place, length: lengthOf(node), addressNode });
    } else report(file, [missing(picture, path, essay)]);
  }
  file.data.pictures = uses;
};

function missing({ url, node }: RawPicture, path: string | undefined, essay: RawEssay): Problem {
  const percent = path === undefined ? '; a percent sign is written “%25” there' : '';
  const message = `There is no image “${url}”${percent}.`;
  return essay.problem('image-exists', startOf(node), lengthOf(node), message);
}

/** As Astro does. `undefined` when a percent sign in it begins no character. */
function decode(url: string): string | undefined {
  try {
    return decodeURI(url);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function checkDescription({ url, alt, node }: RawPicture, essay: RawEssay): Problem[] {
  if (alt.trim()) return [];
  const message = `The image “${url}” has no words for whoever does not see it.`;
  return [essay.problem('image-has-a-description', startOf(node), lengthOf(node), message)];
}

/** A title is plain text. */
function checkTitle({ title, addressNode }: RawPicture, essay: RawEssay): Problem[] {
  const typed = title.match(rawCitation)?.[0] ?? title.match(/\[\^[^\]]+\]/)?.[0];
  if (typed === undefined) return [];
  const start = startOf(addressNode);
  const index = essay.source.slice(start, start + lengthOf(addressNode)).lastIndexOf(typed);
  const message = `“${typed}” stands in the title of a picture, where it cannot become a note.`;
  const problem = essay.problem(
    'citation-is-in-the-text',
    start + Math.max(index, 0),
    typed.length,
    message,
  );
  return [{ ...problem, advice: 'Write the caption on the line below the picture.' }];
}
