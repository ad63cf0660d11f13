/** What is wrong with the files beside an essay that are published because it links to them. */
import { join, posix } from 'node:path';
import type { EssayFile } from '../essay/read-essay-file.ts';
import { editionsOf } from '../metadata/editions.ts';
import { cardName } from '../metadata/open-graph.ts';
import type { Problem } from '../problems/problem.ts';
import { filesNamedBy, type Project } from '../project.ts';
import { loadSharp } from './load-sharp.ts';

export async function checkLinkedFiles(
  project: Project,
  essays: readonly EssayFile[],
): Promise<Problem[]> {
  const problems = essays.flatMap((essay) => {
    const made = namesMadeFor(essay);
    return filesNamedBy(project, essay).linked.map(
      async ({ file, url, place, length }): Promise<Problem[]> => {
        const about = { file: essay.name, place, length };
        const named: Problem = {
          rule: 'essay-address-is-unique',
          ...about,
          message: `“${url}” has the name of a file that is made for every essay.`,
        };
        const placed: Problem = {
          rule: 'linked-file-tells-no-place',
          ...about,
          message: `“${url}” says where it was taken (GPS), and would be published as it is.`,
        };
        return [
          ...(made.has(posix.relative(posix.dirname(essay.name), file)) ? [named] : []),
          ...((await tellsPlace(join(project.root, file))) ? [placed] : []),
        ];
      },
    );
  });
  return (await Promise.all(problems)).flat();
}

function namesMadeFor({ essay }: EssayFile): ReadonlySet<string> {
  if (essay === undefined) return new Set();
  return new Set([
    ...editionsOf(essay).map(({ path }) => posix.basename(path)),
    ...['cite', 'sources'].flatMap((of) => ['bib', 'json', 'ris'].map((end) => `${of}.${end}`)),
    'index.html',
    cardName,
  ]);
}

/** Whether a picture has coordinates in its Exif or XMP; what is no picture is not looked into. */
async function tellsPlace(path: string): Promise<boolean> {
  if (!/\.(?:jpe?g|png|webp|avif|heic|tiff?)$/i.test(path)) return false;
  const { exif, xmpAsString = '' } = await loadSharp()(path)
    .metadata()
    .catch(() => ({ exif: undefined, xmpAsString: undefined }));
  return /exif:GPSLatitude/.test(xmpAsString) || (exif !== undefined && hasGps(exif));
}

/** Whether the first directory of Exif leads to one of GPS (TIFF 6.0; Exif 2.32, 4.6.3). */
function hasGps(exif: Buffer): boolean {
  const tiff = exif.subarray(exif.indexOf('Exif\0\0') === 0 ? 6 : 0);
  if (tiff.length < 8) return false;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return false;
  return Array.from({ length: short(directory) }, (_, index) => directory + 2 + index * 12).some(
    (entry) => entry + 2 <= tiff.length && short(entry) === 0x8825,
  );
}
