import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import type { Severities } from '../problems/problem.ts';
import { stopOn } from './stop-on.ts';

interface Options {
  readonly library: CitationLibrary;
  readonly severities: Severities;
}

/** Fails the file when anything is wrong with it or with what it cites, once, with everything in one message. */
export const remarkStopOnProblems: Plugin<[Options], Root> =
  ({ library, severities }) =>
  async (_tree, file) => {
    const { problems } = await library.load();
    const own = { name: library.nameOf(file.path), text: String(file.value) };
    stopOn([...problems, ...(file.data.problems ?? [])], library, severities, own);
  };
