/** What is made of each essay, kept for as long as it would come out the same. */
import { isDeepStrictEqual } from 'node:util';
import { findKeys } from './citations/find-keys.ts';
import type { EssayFile } from './essay/read-essay-file.ts';
import type { Library } from './formatting/load-library.ts';
import { namesInText } from './markdown/remark-authors-in-text.ts';
import type { Register } from './permalinks/read-register.ts';

/** What of a project an essay is read by. */
interface Known {
  readonly library: Library;
  readonly register: Register;
}

/**
 * What is made of the text of an essay, once for as long as neither it nor the register nor what it may say of its
 * sources has changed.
 */
export function memoizeByEssay<P extends Known, T>(make: (project: P, essay: EssayFile) => T) {
  const made = new WeakMap<EssayFile, Known & { readonly value: T }>();
  return {
    of(project: P, essay: EssayFile): T {
      const known = made.get(essay);
      const { library, register } = project;
      const isAlike = known?.register === register && readAlike(known.library, library, essay);
      const value = isAlike ? known.value : make(project, essay);
      // Of the library last seen, which is compared at once, and keeps no other.
      made.set(essay, { library, register, value });
      return value;
    },
    forget(essay: EssayFile): void {
      made.delete(essay);
    },
  };
}

/** Whether two libraries have the same keys and locales, and whoever a text cites by the same name. */
function readAlike(a: Library, b: Library, { text }: EssayFile): boolean {
  if (a === b) return true;
  if (a.keys !== b.keys || a.locales !== b.locales) return false;
  return findKeys(text).every((key) => {
    const [one, other] = [a, b].map(({ bibliography }) => bibliography.sources.get(key)?.item);
    return one === other || isDeepStrictEqual(one && namesInText(one), other && namesInText(other));
  });
}
