import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Bibliography } from '../bibliography/source.ts';
import type { Citation } from '../citations/citation.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * Sources for which a style, `printer`, printed nothing: `formatted` is what it made of `citations`, in their order.
 */
export function checkPrinted(
  citations: readonly Citation[],
  formatted: readonly (readonly ElementContent[])[],
  { sources }: Bibliography,
  printer = 'The citation style',
): Problem[] {
  const reasons = new Map<string, string>();
  citations.forEach(({ items }, index) => {
    const text = textOf({ type: 'root', children: [...(formatted[index] ?? [])] });
    if (isPrinted(text)) return;
    for (const { key } of items)
      reasons.set(key, /\[CSL STYLE ERROR: (.*)\]/.exec(text)?.[1] ?? '');
  });
  return [...reasons].flatMap(([key, reason]): Problem[] => {
    const source = sources.get(key);
    if (source === undefined) return [];
    const { file, place } = source;
    const message = `${printer} prints nothing for “${key}”${reason && ` (${reason})`}.`;
    return [{ rule: 'source-can-be-printed', file, place, length: key.length, message }];
  });
}

/** Where citeproc has nothing to print, it prints that. */
function isPrinted(text: string): boolean {
  const isEmpty = !/[\p{L}\p{N}]/u.test(text);
  return !isEmpty && !/\[CSL STYLE ERROR|\[NO_PRINTED_FORM/.test(text);
}
