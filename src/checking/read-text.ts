import { readBody } from '../markdown/read-body.ts';
import { oncePerEssay } from './memoize-by-essay.ts';

/** What the text of an essay alone tells; nothing when it cannot be read. */
export const readText = oncePerEssay(({ path, body }, library) => readBody(path, body, library));
