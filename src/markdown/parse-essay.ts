/** The text of an essay, parsed once for all who ask: as a tree, with its notes numbered and with all that is wrong. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type DataMap, VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Bibliography } from '../bibliography/read-bibliography.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import type { Problem } from '../problems/problem.ts';
import './file-data.ts';
import { remarkCheckCitations } from './remark-check-citations.ts';
import { remarkCheckImages } from './remark-check-images.ts';
import { remarkCheckNotes } from './remark-check-notes.ts';
import { remarkCitations } from './remark-citations.ts';
import { remarkNotes } from './remark-notes.ts';

export interface ParsedEssay {
  /** `undefined` when the text is no MDX; `problems` says where it stops being it. */
  readonly tree: Root | undefined;
  /** What the plugins that are yet to come need: see `file-data.ts`. */
  readonly data: Partial<DataMap>;
  readonly problems: readonly Problem[];
}

const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  // First, so that our citations are tried before its constructs at the same `[`.
  .use(remarkGfm)
  .use(remarkCitations)
  .freeze();

/** `root` is the project's, absolute. */
export function parseEssay(
  root: string,
  { name, body, essay }: Pick<EssayFile, 'name' | 'body' | 'essay'>,
  { sources }: Bibliography,
): ParsedEssay {
  const data: Partial<DataMap> = { name, lang: essay?.lang };
  const file = new VFile({ path: join(root, name), value: body, data });
  const checks = unified()
    // Before the notes are rewritten, while every node is still what the author typed.
    .use(remarkCheckCitations, sources)
    .use(remarkCheckNotes)
    .use(remarkCheckImages, existsSync)
    // Before the tree becomes HTML, where GFM numbers the notes by first use as we do.
    .use(remarkNotes);
  try {
    const tree = parser.parse(file);
    checks.runSync(tree, file);
    return { tree, data: file.data, problems: file.data.problems ?? [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { tree: undefined, data, problems: [syntaxProblem(error, name)] };
  }
}

/** A parser says where it stopped; what else it fails with says at least why. */
function syntaxProblem(error: Error, file: string): Problem {
  const isPlaced = error instanceof VFileMessage;
  const reason = (isPlaced ? error.reason : error.message).replace(/\.$/, '');
  const place = { line: (isPlaced && error.line) || 1, column: (isPlaced && error.column) || 1 };
  const message = `The text cannot be read from here on: ${reason}.`;
  return { rule: 'essay-parses', file, place, length: 1, message };
}
