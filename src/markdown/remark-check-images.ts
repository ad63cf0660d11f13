import { dirname, join } from 'node:path';
import type { Image, Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Problem } from '../problems/problem.ts';
import { report } from './file-data.ts';
import { type RawEssay, rawEssay, startOf } from './raw-essay.ts';

/** Whether there is a file; `path` is absolute. */
type FileExists = (path: string) => boolean;

/**
 * Reports every image of one essay that is not there, or says nothing to whoever does not see it
 * (WCAG 1.1.1). Changes nothing. Images of other sites are left alone.
 */
export const remarkCheckImages: Plugin<[FileExists], Root> = (exists) => (tree, file) => {
  const essay = rawEssay(tree, file);
  const images = essay.others.filter((node) => node.type === 'image');
  const folder = dirname(file.path);
  report(
    file,
    images.flatMap((image) => [
      ...checkFile(image, essay, (url) => exists(join(folder, url))),
      ...checkDescription(image, essay),
    ]),
  );
};

function checkFile(image: Image, essay: RawEssay, exists: (url: string) => boolean): Problem[] {
  if (/^(?:[a-z]+:|\/)/i.test(image.url)) return [];
  const url = decode(image.url);
  if (url !== undefined && exists(url)) return [];
  const percent = url === undefined ? '; a percent sign is written “%25” there' : '';
  const message = `There is no image “${image.url}”${percent}.`;
  return [essay.problem('image-exists', startOf(image), lengthOf(image), message)];
}

/** `undefined` when a percent sign in it begins no character. */
function decode(url: string): string | undefined {
  try {
    return decodeURI(url);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function checkDescription(image: Image, essay: RawEssay): Problem[] {
  if (image.alt?.trim()) return [];
  const message = `The image “${image.url}” has no words for whoever does not see it.`;
  return [essay.problem('image-has-a-description', startOf(image), lengthOf(image), message)];
}

function lengthOf({ position }: Image): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0);
}
