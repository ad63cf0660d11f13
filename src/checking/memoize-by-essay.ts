import type { CitationLibrary, LoadedLibrary } from '../formatting/citation-library.ts';
import type { EssayFile } from './check-content.ts';

/**
 * Does `work` on an essay once for as long as neither it nor what the library holds has changed: a server looks at
 * all essays after every edit of one. An essay that is the same object is unchanged.
 */
export function memoizeByEssay<Result>(
  work: (essay: EssayFile, library: CitationLibrary, loaded: LoadedLibrary) => Result,
): (essay: EssayFile, library: CitationLibrary) => Promise<Result> {
  const done = new WeakMap<EssayFile, { loaded: LoadedLibrary; result: Result }>();
  return async (essay, library) => {
    const loaded = await library.load();
    const last = done.get(essay);
    if (last?.loaded === loaded) return last.result;
    const result = work(essay, library, loaded);
    done.set(essay, { loaded, result });
    return result;
  };
}
