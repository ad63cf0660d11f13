import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { essayPatterns, essaysFolder } from './essay-file.ts';
import { isDraft } from './read-yaml.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { thisBuild } from './this-build.ts';

export interface FoundEssay {
  /** Below the folder of essays. */
  readonly file: string;
  readonly text: string;
}

/** The essays of the project at `root` that a build says it makes, or all of them; drafts, too, if they are wanted. */
export async function findEssays(root: string, wantsDrafts: boolean): Promise<FoundEssay[]> {
  const home = join(root, essaysFolder);
  const { files = await Array.fromAsync(glob([...essayPatterns], { cwd: home })) } = thisBuild();
  const found = files.map(async (path): Promise<FoundEssay[]> => {
    const file = path.replaceAll('\\', '/');
    const text = await readFile(join(home, file), 'utf8');
    return wantsDrafts || !isDraft(splitFrontMatter(text).yaml) ? [{ file, text }] : [];
  });
  return (await Promise.all(found)).flat();
}
