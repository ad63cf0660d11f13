/** Pictures that no browser could show, or that are damaged: Astro would publish what it can read of them. */
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import type { EssayFile } from '../essay/read-essay-file.ts';
import type { Problem } from '../problems/problem.ts';
import { filesNamedBy, type Project } from '../project.ts';

export async function checkPictures(
  project: Project,
  essays: readonly EssayFile[],
): Promise<Problem[]> {
  const uses = essays.flatMap((essay) =>
    filesNamedBy(project, essay).pictures.map((use) => ({ ...use, essay: essay.name })),
  );
  const found = uses.map(async ({ file, url, place, length, essay }): Promise<Problem[]> => {
    const fault = await lookOnce(join(project.root, file));
    if (fault === undefined) return [];
    return [
      { rule: 'image-can-be-shown', file: essay, place, length, message: `“${url}” ${fault}.` },
    ];
  });
  return (await Promise.all(found)).flat();
}

/** What was found of a file, for as long as it stays as it is. */
const known = new Map<string, Promise<string | undefined>>();

async function lookOnce(path: string): Promise<string | undefined> {
  const { mtimeMs, size } = await stat(path);
  const state = `${path} ${mtimeMs} ${size}`;
  const fault = known.get(state) ?? findFault(path);
  known.set(state, fault);
  return fault;
}

/** By the names that sharp gives them. */
const shown: Readonly<Record<string, RegExp>> = {
  jpeg: /^\.jpe?g$/i,
  png: /^\.png$/i,
  webp: /^\.webp$/i,
  gif: /^\.gif$/i,
  svg: /^\.svg$/i,
  avif: /^\.avif$/i,
};

/** What is wrong with it, as the end of a sentence; `undefined` when nothing is. */
async function findFault(path: string): Promise<string | undefined> {
  const metadata = await sharp(path)
    .metadata()
    .catch(() => undefined);
  if (metadata === undefined) return 'is no picture that can be read';
  const format = formatOf(metadata);
  const ending = shown[format];
  if (ending === undefined) return `is a ${format.toUpperCase()}, which browsers do not show`;
  if (!ending.test(extname(path)))
    return `is a ${format.toUpperCase()} inside, which its name does not say`;
  try {
    // All of it has to be read for that, and little of it kept.
    await sharp(path, { failOn: 'truncated' }).resize(8, 8, { kernel: 'nearest' }).raw().toBuffer();
    return undefined;
  } catch {
    return 'is damaged: it cannot be read to its end';
  }
}

/** AVIF is one of several formats in the same wrapping. */
function formatOf({ format, compression }: Metadata): string {
  if (format !== 'heif') return format;
  return compression === 'av1' ? 'avif' : 'heic';
}
