/** Everything wrong with the text of one essay, without building it. */
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import type { Problem } from '../problems/problem.ts';
import { checkingPlugins } from './processor.ts';

/** `path` is absolute; `body` is the file with its front matter blanked out, so that places are true. */
export async function checkBody(
  path: string,
  body: string,
  library: CitationLibrary,
): Promise<Problem[]> {
  const file = new VFile({ path, value: body });
  const processor = unified().use(remarkParse).use(remarkMdx).use(checkingPlugins(library));
  try {
    await processor.run(processor.parse(file), file);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [syntaxProblem(error, library.nameOf(path))];
  }
  return file.data.problems ?? [];
}

/** A parser says where it stopped; what else it fails with says at least why. */
function syntaxProblem(error: Error, file: string): Problem {
  const isPlaced = error instanceof VFileMessage;
  const reason = (isPlaced ? error.reason : error.message).replace(/\.$/, '');
  const place = { line: (isPlaced && error.line) || 1, column: (isPlaced && error.column) || 1 };
  const message = `The text cannot be read from here on: ${reason}.`;
  return { rule: 'essay-parses', file, place, length: 1, message };
}
