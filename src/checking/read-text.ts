import { readBody } from '../markdown/read-body.ts';
import { memoizeByEssay } from './memoize-by-essay.ts';

/** What the text of an essay alone tells; nothing when it cannot be read. */
export const readText = memoizeByEssay(({ path, body }, library) => readBody(path, body, library));
