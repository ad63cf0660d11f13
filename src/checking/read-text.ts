import { oncePerEssay } from '../checking/once-per-essay.ts';
import { readBody } from '../markdown/read-body.ts';

/** What the text of an essay alone tells; nothing when it cannot be read. */
export const readText = oncePerEssay(({ path, body }, library) => readBody(path, body, library));
