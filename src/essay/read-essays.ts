import { type Essay, toEssay } from './essay.ts';
import { inEssaysFolder, slugOf } from './essay-file.ts';
import { frontMatter } from './front-matter.ts';
import { readYaml } from './read-yaml.ts';

export interface NamedEssay {
  /** Path of the file as the author knows it, below `content/essays/`. */
  readonly name: string;
  readonly yaml: string | undefined;
}

/** The essays of `files`, before anything is built. One whose front matter is faulty is passed over. */
export function readEssays(files: readonly NamedEssay[]): { name: string; essay: Essay }[] {
  return files.flatMap(({ name, yaml }) => {
    const { data } = frontMatter.safeParse(readYaml(yaml));
    const id = slugOf(inEssaysFolder(name));
    return data === undefined ? [] : [{ name, essay: toEssay({ id, data }) }];
  });
}
