/** Pictures that no browser could show, or that are damaged: Astro would publish what it can read of them. */
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Metadata } from 'sharp';
import type { EssayFile } from '../essay/read-essay-file.ts';
import type { Problem } from '../problems/problem.ts';
import { filesNamedBy, type Project } from '../project.ts';
import { loadSharp } from './load-sharp.ts';

export async function checkPictures(
  project: Project,
  essays: readonly EssayFile[],
): Promise<Problem[]> {
  const uses = essays.flatMap((essay) =>
    filesNamedBy(project, essay).pictures.map((use) => ({ ...use, essay: essay.name })),
  );
  const found = uses.map(async ({ file, url, place, length, essay }): Promise<Problem[]> => {
    const about = { file: essay, place, length };
    const path = join(project.root, file);
    const state = await stateOf(path);
    // One that is not below `content` may go without making its essay another one.
    if (state === undefined)
      return [{ rule: 'image-exists', ...about, message: `There is no image “${url}”.` }];
    const fault = await lookOnce(path, state);
    if (fault === undefined) return [];
    return [{ rule: 'image-can-be-shown', ...about, message: `“${url}” ${fault}.` }];
  });
  return (await Promise.all(found)).flat();
}

/** Another for a file that was changed; `undefined` for one that is not there. */
async function stateOf(path: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size } = await stat(path);
    return `${mtimeMs} ${size}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What was found of a file when it was last looked at, by path. */
const known = new Map<
  string,
  { readonly state: string; readonly fault: ReturnType<typeof findFault> }
>();

function lookOnce(path: string, state: string): Promise<string | undefined> {
  const last = known.get(path);
  if (last?.state === state) return last.fault;
  const fault = findFault(path);
  known.set(path, { state, fault });
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
  const sharp = loadSharp();
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
